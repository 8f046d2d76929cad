using System.Text.Json;
using Marten.Exceptions;
using Microsoft.AspNetCore.Connections;
using SecurityTracker.Domain;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Http;

/// <summary>
/// Turns what is thrown into a problem: faults of the request into 400s with the field at fault, a race lost into 412, a rule
/// over sets into its refusal, a silent database into 503, and a defect of ours into a 500 that tells nothing and is logged.
/// </summary>
internal sealed class Failures(RequestDelegate next, ConstraintRefusals constraints, ILogger<Failures> log)
{
    /// <summary>Runs the rest of the pipeline and answers what it throws.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            if (!IsSound(context.Request))
            {
                throw new ProblemException(Problems.CharacterNotAllowed);
            }

            ContentTypes.Settle(context.Request);
            await next(context);
            await GiveBareStatusABody(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            log.LogDebug("The client went away");
        }
        catch (Exception thrown) when (!context.Response.HasStarted)
        {
            var problem = Read(thrown);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
            {
                log.LogError(thrown, "{Method} {Route} failed as {Code}", context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, problem.Code);
            }

            context.Response.Clear();
            await problem.ExecuteAsync(context);
        }
    }

    // Bodies are looked at where they are read.
    private static bool IsSound(HttpRequest request) =>
        SoundText.Is(request.Path.Value)
        && request.Query.All(q => SoundText.Is(q.Key) && q.Value.All(SoundText.Is))
        && request.Headers.All(h => h.Value.All(SoundText.Is));

    private static Task GiveBareStatusABody(HttpContext context)
    {
        var response = context.Response;
        return response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 }
            ? Problems.ForStatus(response.StatusCode).ExecuteAsync(context)
            : Task.CompletedTask;
    }

    private Problem Read(Exception thrown) => thrown switch
    {
        ProblemException e => e.Problem,
        BadHttpRequestException { InnerException: ProblemException e } => e.Problem,
        BadHttpRequestException { InnerException: JsonException e } => MalformedJson.Read(e),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } e when e.Message.Contains("body", StringComparison.Ordinal) => Problems.MalformedBody,
        BadHttpRequestException e => Problems.ForStatus(e.StatusCode),
        JsonException e => MalformedJson.Read(e),
        ConcurrencyConflictException => Problems.VersionStale,
        StreamExistsException => Problems.AlreadyExists,
        ConstraintViolatedException e => constraints.For(e.ConstraintName) is { } refusal ? Problems.From(refusal) : Problems.Unexpected,
        NulInTextException => Problems.CharacterNotAllowed,
        StreamLockedException or SnapshotBehindException => Problems.DatabaseUnavailable,
        Exception e when FullDisk.IsWhy(e) => Problems.NoRoom,
        // A wire that breaks and chunks that are none are the sender's; whoever reads a body meets them.
        ConnectionResetException or ConnectionAbortedException or IOException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } => Problems.MalformedBody,
        Exception e when DatabaseFaults.IsUnavailable(e) => Problems.DatabaseUnavailable,
        _ => Problems.Unexpected,
    };
}
