using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Organisations;

/// <summary>The kinds of decision for which the 課室 wants a second pair of eyes; empty for none.</summary>
internal sealed record SetReviewRulesRequest(IReadOnlyList<ReviewedKind> SecondPairOfEyes);

/// <summary>Says where a 課室 wants a second pair of eyes.</summary>
internal sealed class SetReviewRulesEndpoint(Writer writer, OrganisationAccess access) : ApiEndpoint<OnSection<SetReviewRulesRequest>>
{
    public override void Configure()
    {
        Put("/organisations/{id:guid}/sections/{sectionId:guid}/review-rules");
        Description(route => route
            .Requires(Permission.ManageSection)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnSection<SetReviewRulesRequest> request, CancellationToken ct) =>
        writer.DecideOnSection(access, request.Id, request.SectionId, request.IfMatch, new SetSectionReviewRules(request.SectionId, request.Body.SecondPairOfEyes), ct);
}
