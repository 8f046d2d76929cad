using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The organisation that an installation belongs to.</summary>
/// <param name="SectionName">Of an office: the 課室.</param>
public sealed record SetUpOrganisation(OrganisationKind Kind, string Name, string? SectionName = null);

/// <summary>Who sets the installation up.</summary>
/// <param name="Code">What the console printed.</param>
public sealed record SetUpRequest(string Code, SetUpOrganisation Organisation, string Name, string Mail, string Password);

/// <summary>Sets a fresh installation up: its organisation gets its name, and its first person is administrator and officer.</summary>
internal sealed class SetUpEndpoint(
    SetUpCodes codes, Accounts accounts, Passwords passwords, Enrolment enrolment, EventStore store, SignInFlow flow) : ApiEndpoint<Sent<SetUpRequest>>
{
    private const int LongestName = 100;

    public override void Configure()
    {
        Post("/set-up");
        Description(route => route
            .Requires(Permission.SignIn)
            .Limited(RateLimits.SignIn)
            .Produces<SignInAnswer>()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity));
    }

    public override async Task<IResult> ExecuteAsync(Sent<SetUpRequest> request, CancellationToken ct)
    {
        if (await accounts.Any(ct))
        {
            return SignInProblems.SetUpDone;
        }

        if (!await codes.Has(request.Body.Code, ct))
        {
            return await flow.Fail(HttpContext, personId: null, SignInProblems.SetUpCodeWrong);
        }

        if (Check(request.Body) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var (sectionId, problem) = await Name(request.Body.Organisation, store, ct);
        if (problem is not null)
        {
            return problem;
        }

        var id = IdOf(request.Body.Organisation.Kind);
        var officer = request.Body.Organisation.Kind == OrganisationKind.CONTRACTOR ? Role.CONTRACTOR_OFFICER : Role.SECTION_HEAD;
        var (personId, refused) = await enrolment.Enrol(
            request.Body.Name, request.Body.Mail.Trim(), passwords.Hash(request.Body.Password), [new(id, sectionId, officer), new(id, SectionId: null, Role.ADMINISTRATOR)], ct, _ => SetUpCodes.Taking());
        return refused ?? await flow.Answer(HttpContext, personId, SignInMethod.PASSWORD, secondFactor: false, ct);
    }

    private static Guid IdOf(OrganisationKind kind) => kind == OrganisationKind.CONTRACTOR ? FirstOrganisations.ContractorId : FirstOrganisations.OfficeId;

    private static Refusal? Check(SetUpRequest request) => request switch
    {
        _ when Names.Line(request.Name, LongestName, "/name") is { } refusal => refusal,
        _ when !Mailbox.IsAddress(request.Mail.Trim()) => OrganisationRefusals.MailWrong.At("/mail"),
        { Organisation: { Kind: OrganisationKind.MINISTRY_OFFICE, SectionName: null or "" } } => OrganisationRefusals.NameMissing.At("/organisation/sectionName"),
        _ => Passwords.Check(request.Password, request.Mail, request.Name),
    };

    /// <summary>Gives the first organisation its name and, of an office, its 課室.</summary>
    private static async Task<(Guid? SectionId, Problem? Problem)> Name(SetUpOrganisation wanted, EventStore store, CancellationToken ct)
    {
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var stream = await session.FetchForWriting<Organisation>(IdOf(wanted.Kind), ct);
        var problem = Writer.Record(stream, state => OrganisationDecider.Decide(new RenameOrganisation(wanted.Name), state));
        Guid? sectionId = null;
        if (problem is null && wanted.Kind == OrganisationKind.MINISTRY_OFFICE)
        {
            sectionId = stream.Aggregate.Sections.FirstOrDefault(s => s.Name == wanted.SectionName)?.Id ?? Guid.CreateVersion7();
            problem = stream.Aggregate.Sections.Any(s => s.Id == sectionId)
                ? null
                : Writer.Record(stream, state => OrganisationDecider.Decide(new AddSection(new Section(sectionId.Value, wanted.SectionName!, Mail: null)), state));
        }

        if (problem is null)
        {
            await session.SaveChanges(ct);
        }

        return (sectionId, problem);
    }
}
