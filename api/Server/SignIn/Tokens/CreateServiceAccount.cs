using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Idempotency;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>A program that is to act for the organisation.</summary>
internal sealed record CreateServiceAccountRequest(string Name, Role Role, Guid? SectionId = null);

/// <summary>The account.</summary>
internal sealed record ServiceAccountCreated(Guid Id);

/// <summary>Makes an account for a program in one's own organisation.</summary>
internal sealed class CreateServiceAccountEndpoint(
    OrganisationAccess access, Actor actor, Session session, IdempotentRequest idempotent, TimeProvider time) : ApiEndpoint<InOrganisation<CreateServiceAccountRequest>>
{
    private const int LongestName = 100;

    public override void Configure()
    {
        Post("/organisations/{id:guid}/service-accounts");
        Description(route => route
            .Requires(Permission.ManagePeople)
            .RequiresRecentSignIn()
            .Produces<ServiceAccountCreated>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(InOrganisation<CreateServiceAccountRequest> request, CancellationToken ct)
    {
        if (await access.Own(request.Id, ct) is not { Value: var organisation })
        {
            return Problems.NotFound;
        }

        (Texts.Line(request.Body.Name, LongestName, "/name")
            ?? PersonDecider.NotAPlace(organisation, request.Body.Role, request.Body.SectionId)
            ?? access.Gives(request.Body.Role, request.Body.SectionId)).ThrowIfRefused();
        var answer = new ServiceAccountCreated(Guid.CreateVersion7(time.GetUtcNow()));
        session.QueueSql(SqlStatement.Of(
            "INSERT INTO service_accounts (id, organisation_id, section_id, role, name, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            answer.Id, request.Id, request.Body.SectionId, request.Body.Role, request.Body.Name, actor.PersonId, time.GetUtcNow()));
        idempotent.KeepIn(session, answer, StatusCodes.Status201Created, location: null, version: null);
        await session.SaveChanges(ct);
        return new Answer<ServiceAccountCreated>(answer, StatusCodes.Status201Created);
    }
}
