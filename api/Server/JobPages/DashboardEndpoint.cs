using Hangfire;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Audit;
using SecurityTracker.Server.Jobs;
using RecurringJob = SecurityTracker.Server.Jobs.RecurringJob;

namespace SecurityTracker.Server.JobPages;

/// <summary>The pages of the jobs, and the one act on them.</summary>
internal static class DashboardEndpoint
{
    /// <summary>GET /api/jobs and every page below; POST /api/jobs/stats, whose numbers the pages ask for; POST /api/jobs/recurring/trigger.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs/{**page}", Show).WithName("getJobs").Pages();
        api.MapPost("/jobs/stats", Show).WithName("getJobStatistics").Pages();
        api.MapPost("/jobs/recurring/trigger", Trigger).WithName("runJob").Pages();
    }

    private static RouteHandlerBuilder Pages(this RouteHandlerBuilder route) => route.Requires(Permission.RunJobs).WithMetadata(ContentPolicy.Jobs).ExcludeFromDescription();

    private static async Task Show(HttpContext context, Dashboard dashboard) =>
        await ((Dashboard.Refuses(context) ?? LacksForm(context.Request)) is { } problem ? problem.ExecuteAsync(context) : dashboard.Show(context));

    // Hangfire's pages send forms, and its answers do not bear anything else.
    private static Problem? LacksForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && !request.HasFormContentType ? Problems.MediaTypeNotSupported : null;

    // As Hangfire's page sends it: a form whose field jobs[] names each.
    private static async Task<IResult> Trigger(
        HttpContext context, Actor actor, IEnumerable<RecurringJob> jobs, JobStorage storage, Hangfire.Common.IJobFilterProvider filters, AuditLog audit, TimeProvider time, CancellationToken ct)
    {
        if ((Dashboard.Refuses(context) ?? LacksForm(context.Request)) is { } problem)
        {
            return problem;
        }

        var wanted = (await context.Request.ReadFormAsync(ct))["jobs[]"].OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0 || wanted.Any(id => jobs.All(job => job.Id != id)))
        {
            return Problems.NotFound;
        }

        var manager = Timetable.ManagerOf(storage, filters, time);
        foreach (var id in wanted)
        {
            manager.TriggerJob(id);
            await audit.Note(new(AuditKind.JOB_TRIGGERED, actor.PersonId, actor.OrganisationId, actor.Role, "POST /api/jobs/recurring/trigger", StatusCodes.Status204NoContent, id), CancellationToken.None);
        }

        return Results.NoContent();
    }
}
