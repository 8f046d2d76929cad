using Hangfire;
using Hangfire.Dashboard;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.SignIn;

namespace SecurityTracker.Server.JobPages;

/// <summary>
/// Hangfire's pages: what runs, what ran when, and how it ended. They are for reading; the one act is to let a job of the timetable run now,
/// which is a route of our own. Every other act of these pages has no route, and is switched off in Hangfire besides.
/// </summary>
internal sealed class Dashboard
{
    /// <summary>Where the pages are.</summary>
    public const string Address = "/api/jobs";

    private readonly RequestDelegate pages;

    public Dashboard(JobStorage storage)
    {
        Style.Add();
        var options = new DashboardOptions
        {
            Authorization = [new Administrators()],
            IsReadOnlyFunc = context => !context.Request.Path.Equals("/recurring", StringComparison.OrdinalIgnoreCase),
            IgnoreAntiforgeryToken = true,
            DisplayStorageConnectionString = false,
            DashboardTitle = "SecurityTracker",
            AppPath = "/",
        };
        pages = new AspNetCoreDashboardMiddleware(context => Problems.NotFound.ExecuteAsync(context), storage, options, DashboardRoutes.Routes).Invoke;
    }

    /// <summary>Answers a page.</summary>
    public Task Show(HttpContext context)
    {
        context.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase, out _, out var page);
        (context.Request.PathBase, context.Request.Path) = (context.Request.PathBase.Add(Address), page.HasValue ? page : "/");
        return pages(context);
    }

    /// <summary>Why these pages are closed to whoever asks, or null: they are for people who look after the organisations whose installation it is.</summary>
    public static Problem? Refuses(HttpContext context) => context.Features.Get<Identified>() switch
    {
        { Token: not null } => SignInProblems.SessionRequired,
        { Actor: var actor } when Permission.RunJobs.Allows(actor) && FirstOrganisations.Keep(actor) => null,
        _ => Problems.NotFound,
    };

    // The routes have asked already; Hangfire's own default lets in whoever asks through a proxy.
    private sealed class Administrators : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => Refuses(context.GetHttpContext()) is null;
    }

    // Hangfire keeps it for the whole process: it is added once.
    private static class Style
    {
        static Style() => DashboardRoutes.AddStylesheet(typeof(Dashboard).Assembly, "JobPages/dashboard.css");

        public static void Add()
        {
        }
    }
}
