using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Catalogue;

/// <summary>An edition, as it is chosen among others: without its words.</summary>
internal sealed record EditionToChoose(string Code, string Name, EditionToChooseCan Can);

/// <summary>What the reader can do with an edition that they choose.</summary>
/// <param name="RegisterContract">Begin a contract on it, of their own organisation where that is a firm.</param>
internal sealed record EditionToChooseCan(Can RegisterContract);

/// <summary>The editions that the actor sees, by code, for who chooses one; their words are some hundred times as much.</summary>
internal sealed class GetEditionNamesEndpoint(EditionsInSight sight, Actor actor) : ApiEndpoint
{
    public override void Configure()
    {
        Get("/edition-names");
        Description(route => route
            .Requires(Permission.ReadEditions)
            .Reads<IReadOnlyList<EditionToChoose>>());
    }

    public override async Task<IResult> ExecuteAsync(CancellationToken ct)
    {
        IReadOnlyList<EditionToChoose> named =
        [
            .. (await sight.All(ct)).Select(edition => new EditionToChoose(
                edition.Value.Current!.Code, edition.Value.Current.Name, new(Can.If(Permission.RegisterContract, actor, edition.Value.NotFor(actor.OrganisationId))))),
        ];
        return new Answer<IReadOnlyList<EditionToChoose>>(named);
    }
}
