using System.Security.Cryptography;
using System.Text;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Postgres;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Idempotency;

/// <summary>
/// Honours <c>Idempotency-Key</c> on every POST: the same request again gets the same answer and is done once; another request
/// under the same key is a 422. A refusal is not kept: the request may be mended and sent again. Of who is not signed in nothing
/// is kept: the key of one would be the key of all.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, KeptAnswers kept, LinkGenerator links, ILogger<IdempotencyMiddleware> log)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Answers from memory, or carries the request out.</summary>
    public async Task InvokeAsync(HttpContext context, Actor actor, IdempotentRequest request)
    {
        var header = context.Request.Headers[Header];
        if (!HttpMethods.IsPost(context.Request.Method) || header.Count == 0 || actor.PersonId is not { } actorId)
        {
            await next(context);
            return;
        }

        if (header.ToString() is not { Length: > 0 and <= 200 } text || !text.All(c => c is >= ' ' and <= '~'))
        {
            await Problems.IdempotencyKeyMalformed.ExecuteAsync(context);
            return;
        }

        var key = new IdempotencyKey(actorId, text, await HashOf(context));
        if (!await Replay(context, key))
        {
            await CarryOut(context, request, key);
        }
    }

    private async Task CarryOut(HttpContext context, IdempotentRequest request, IdempotencyKey key)
    {
        request.Key = key;
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is ConstraintViolatedException { ConstraintName: "idempotent_answers_key" } or ConcurrencyConflictException)
        {
            // The same request came twice at once and the other one was quicker: its answer is this one's too.
            if (!await Replay(context, key))
            {
                throw;
            }

            return;
        }

        if (!request.IsKept && context.Response.StatusCode < 300)
        {
            await RememberIfPossible(request.Insert(key, body: null, context.Response.StatusCode, location: null, version: null));
        }
    }

    // The answer is out and nothing was written: a database that is gone by now takes nothing from anybody.
    private async Task RememberIfPossible(NpgsqlBatchCommand insert)
    {
        try
        {
            await kept.Remember(insert, CancellationToken.None);
        }
        catch (NpgsqlException e) when (DatabaseFaults.IsUnavailable(e))
        {
            log.LogWarning(e, "The key of a request that wrote nothing was not kept");
        }
    }

    /// <summary>True when the request is answered.</summary>
    private async Task<bool> Replay(HttpContext context, IdempotencyKey key)
    {
        var answer = await kept.Find(key, context.RequestAborted);
        if (answer is null)
        {
            return false;
        }

        if (!CryptographicOperations.FixedTimeEquals(answer.RequestHash, key.RequestHash))
        {
            await Problems.IdempotencyKeyReused.ExecuteAsync(context);
            return true;
        }

        if (answer.Body is null)
        {
            return false;
        }

        await new Answer<System.Text.Json.Nodes.JsonNode>(answer.Body, answer.Status, answer.Location, answer.Version).ExecuteAsync(context);
        return true;
    }

    private async Task<byte[]> HashOf(HttpContext context)
    {
        var request = context.Request;
        request.EnableBuffering(bufferThreshold: 64 * 1024);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{AddressOf(context)}{request.QueryString}\n{request.ContentType}\n{request.Headers.IfMatch}\n"));
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <summary>The address as its route spells it: the same request in another spelling is the same request.</summary>
    private string AddressOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>() is { } route && links.GetPathByName(route.EndpointName, context.Request.RouteValues) is { } address
            ? address
            : context.Request.Path.ToString();
}
