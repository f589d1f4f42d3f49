using System.Text.Json;
using Outreach.FakeServer;

namespace Outreach.Mcp;

/// <summary>How a list goes on, as the contract's <c>x-pagination</c> says it.</summary>
/// <param name="Style"><c>page</c>, <c>offset</c> or <c>cursor</c>.</param>
/// <param name="Param">The parameter that names the place: page number, number to skip, or cursor.</param>
/// <param name="SizeParam">The parameter that names the size.</param>
/// <param name="DefaultSize">The size when none is asked for.</param>
/// <param name="ItemsField">The member with the items.</param>
/// <param name="TotalField">The path of the total; null when there is none.</param>
/// <param name="MoreField">The path of the flag that more follow; null when there is none.</param>
/// <param name="CursorMember">The member of the last item that is the next cursor; null when the list has none.</param>
internal sealed record PagingPlan(string Style, string Param, string SizeParam, int DefaultSize, string ItemsField, string? TotalField, string? MoreField, string? CursorMember)
{
    /// <summary>The plan of an operation; null when its list is not paged.</summary>
    public static PagingPlan? Of(ContractOperation contract)
    {
        if (contract.Paging == "none") return null;
        JsonElement paging = contract.Json.GetProperty("x-pagination");
        string? Text(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                if (paging.TryGetProperty(name, out JsonElement value)) return value.GetString();
            return null;
        }

        int Number(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
                if (paging.TryGetProperty(name, out JsonElement value)) return value.GetInt32();
            return 0;
        }

        return new(
            contract.Paging,
            Text("pageParam", "skipParam", "cursorParam")!,
            Text("limitParam", "pageSizeParam", "takeParam")!,
            Number("defaultLimit", "defaultPageSize", "defaultTake"),
            Text("itemsField")!,
            Text("totalField", "totalCountField"),
            Text("hasMoreField"),
            Text("nextCursorFrom")?.Split('.')[^1]);
    }
}
