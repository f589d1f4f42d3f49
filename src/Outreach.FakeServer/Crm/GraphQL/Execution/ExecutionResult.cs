using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The answer to a request (section 7). A request that was not executed has errors and no data member.</summary>
internal sealed class ExecutionResult
{
    private readonly string? _requestId;

    public ExecutionResult(IReadOnlyList<GraphQLError> errors, string? requestId)
    {
        Errors = errors;
        _requestId = requestId;
    }

    public ExecutionResult(object? data, IReadOnlyList<GraphQLError> errors, string? requestId)
        : this(errors, requestId)
    {
        Data = data;
        HasData = true;
    }

    /// <summary>Whether the operation was executed.</summary>
    public bool HasData { get; }

    /// <summary>The members of the result in order; null when an error reached the root.</summary>
    public object? Data { get; }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Writes the whole answer as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (HasData)
        {
            writer.WritePropertyName("data");
            JsonForm.Write(writer, Data);
        }

        if (Errors.Count > 0)
        {
            writer.WriteStartArray("errors");
            foreach (var error in Errors) Write(writer, error);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations");
            foreach (var (line, column) in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", line);
                writer.WriteNumber("column", column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is not null)
        {
            writer.WritePropertyName("path");
            JsonForm.Write(writer, error.Path);
        }

        writer.WriteStartObject("extensions");
        writer.WriteString("code", error.Code);
        if (_requestId is not null) writer.WriteString("requestId", _requestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
