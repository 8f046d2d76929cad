namespace SecurityTracker.Server.Http;

/// <summary>What is done before a refusal goes out, while another answer can still be given. A feature of the request.</summary>
internal sealed record BeforeRefusal(Func<Problem, Task> Do);

/// <summary>What is done before a file leaves the program on a marked route (<see cref="Export"/>). A feature of the request.</summary>
internal sealed record BeforeExport(Func<Task> Do);

/// <summary>Marks a route whose answer is a file that leaves the program.</summary>
internal sealed record Export;

/// <summary>Puts the mark on a route.</summary>
internal static class ExportRoutes
{
    /// <summary>The route's answer is a file that leaves the program: it is noted, and limited in number.</summary>
    public static TBuilder Exports<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Export()).Limited(RateLimits.Exports);
}
