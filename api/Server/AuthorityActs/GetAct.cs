using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>One act. Reading notes nothing; see <see cref="OpenActEndpoint"/>.</summary>
internal sealed class GetActEndpoint(ActPages pages) : ApiEndpoint<OfAct>
{
    public override void Configure()
    {
        Get("/authority-acts/{id:guid}");
        Description(route => route
            .Requires(Permission.ReadActs)
            .Reads<ActDetails>());
    }

    public override async Task<IResult> ExecuteAsync(OfAct request, CancellationToken ct)
    {
        var act = (await pages.Details(request.Id, ct)).OrNotFound();
        return Answer.Of(act, act.Version);
    }
}
