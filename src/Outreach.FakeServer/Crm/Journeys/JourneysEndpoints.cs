using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on journeys, their steps and their enrollments.</summary>
internal static class JourneysEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("journeys.list", List);
        routes.Map("journeys.create", call => Show(call.Rules.Journeys.Create(call.Caller, JourneyInput.Create(call.Body())), 201));
        routes.Map("journeys.get", Get);
        routes.Map("journeys.update", call => Show(call.Rules.Journeys.Update(call.Caller, call.Path("id"), JourneyInput.Update(call.Body()))));
        routes.Map("journeys.delete", Delete);
        routes.Map("journeys.activate", call => Show(call.Rules.Journeys.Activate(call.Caller, call.Path("id"))));
        routes.Map("journeys.pause", call => Show(call.Rules.Journeys.Pause(call.Caller, call.Path("id"))));
        routes.Map("journeys.archive", call => Show(call.Rules.Journeys.Archive(call.Caller, call.Path("id"))));
        routes.Map("journeySteps.list", call => Steps(call.Rules.Steps.List(call.Caller, call.Path("id"))));
        routes.Map("journeySteps.create", call => CrmCall.Created(call.Rules.Steps.Create(call.Caller, call.Path("id"), JourneyStepInput.Create(call.Body())).Value, CrmJson.Default.JourneyStep));
        routes.Map("journeySteps.update", call => CrmCall.Ok(call.Rules.Steps.Update(call.Caller, call.Parent, call.Path("stepId"), JourneyStepInput.Update(call.Body())).Value, CrmJson.Default.JourneyStep));
        routes.Map("journeySteps.delete", DeleteStep);
        routes.Map("journeySteps.reorder", call => Steps(call.Rules.Steps.Reorder(call.Caller, call.Path("id"), JourneyStepInput.Reorder(call.Body()).StepIds)));
        routes.Map("journeyEnrollments.list", Enrollments);
        routes.Map("journeyEnrollments.create", call => CrmCall.Ok(call.Rules.Enrollments.Create(call.Caller, call.Path("id"), JourneyInput.Enroll(call.Body())), CrmJson.Default.EnrollmentResult));
        routes.Map("journeyEnrollments.exit", Exit);
    }

    /// <summary>The page that a list asks for.</summary>
    public static CrmPage<JourneyRow> Page(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        return call.Rules.Journeys.List(call.Caller, tenantId, query.OneOf<JourneyStatus>("status"), query.Text("triggerType"), query.Paging());
    }

    private static FakeResponse List(CrmCall call) => CrmCall.List(Page(call).Select(row => Summary(call, row)), CrmJson.Default.JourneySummary);

    private static FakeResponse Get(CrmCall call)
    {
        HashSet<string> include = new(StringComparer.Ordinal);
        foreach (string item in (call.Query("include") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (item is not ("steps" or "enrollments")) throw CrmError.Invalid("include must be one of: steps, enrollments");
            if (!include.Add(item)) throw CrmError.Invalid("include must not contain duplicates");
        }

        JourneyRow row = call.Rules.Journeys.Get(call.Caller, call.Path("id"));
        return CrmCall.Ok(call.Rules.Journeys.Show(row, include.Contains("steps"), include.Contains("enrollments")), CrmJson.Default.Journey);
    }

    private static FakeResponse Delete(CrmCall call)
    {
        call.Rules.Journeys.Delete(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    private static FakeResponse DeleteStep(CrmCall call)
    {
        call.Rules.Steps.Delete(call.Caller, call.Parent, call.Path("stepId"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Enrollments(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        CrmPage<EnrollmentRow> page = call.Rules.Enrollments.List(call.Caller, call.Path("id"), query.OneOf<EnrollmentStatus>("status"), query.Text("customerId"), query.Paging());
        return CrmCall.List(page.Select(row => row.Value), CrmJson.Default.JourneyEnrollment);
    }

    private static FakeResponse Exit(CrmCall call)
    {
        ExitEnrollmentRequest request = JourneyInput.Exit(call.OptionalBody());
        return CrmCall.Ok(call.Rules.Enrollments.Exit(call.Caller, call.Parent, call.Path("enrollmentId"), request.Reason).Value, CrmJson.Default.JourneyEnrollment);
    }

    private static FakeResponse Show(JourneyRow row, int status = 200) => CrmCall.Ok(row.Value, CrmJson.Default.Journey, status);

    private static FakeResponse Steps(IReadOnlyList<JourneyStep> steps) => CrmCall.Json(200, JsonBody.Write(steps, static (writer, list) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("data");
        foreach (JourneyStep step in list) JsonSerializer.Serialize(writer, step, CrmJson.Default.JourneyStep);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }));

    private static JourneySummary Summary(CrmCall call, JourneyRow row) => new()
    {
        Id = row.Id,
        Name = row.Value.Name,
        Status = row.Value.Status,
        TriggerType = row.Value.TriggerType,
        TotalEnrolled = row.Value.TotalEnrolled,
        TotalCompleted = row.Value.TotalCompleted,
        TotalExited = row.Value.TotalExited,
        StepsCount = call.Rules.State.StepsByJourney.Count(row.Id),
        ActivatedAt = row.Value.ActivatedAt,
    };
}
