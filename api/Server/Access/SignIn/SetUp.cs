using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Access.SignIn;

/// <summary>The organisation that an installation belongs to.</summary>
/// <param name="SectionName">Of an office: the 課室.</param>
public sealed record SetUpOrganisation(OrganisationKind Kind, string Name, string? SectionName = null);

/// <summary>Who sets the installation up.</summary>
/// <param name="Code">What the console printed.</param>
public sealed record SetUpRequest(string Code, SetUpOrganisation Organisation, string Name, string Mail, string Password);

/// <summary>Sets a fresh installation up: its organisation gets its name, and its first person is administrator and officer.</summary>
public static class SetUpEndpoint
{
    private const int LongestName = 100;

    /// <summary>POST /api/set-up.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/set-up", Handle)
        .Requires(Permission.SignIn)
        .Limited(RateLimits.SignIn)
        .Produces<SignInAnswer>()
        .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
        .WithName("setUp")
        .WithTags("SignIn");

    private static async Task<IResult> Handle(
        SetUpRequest request, HttpContext context, SetUpCodes codes, Accounts accounts, Passwords passwords, Enrolment enrolment, EventStore store, SignInFlow flow, CancellationToken ct)
    {
        if (await accounts.Any(ct))
        {
            return SignInProblems.SetUpDone;
        }

        if (!await codes.Has(request.Code, ct))
        {
            return await flow.Fail(context, personId: null, SignInProblems.SetUpCodeWrong);
        }

        if (Check(request) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var (sectionId, problem) = await Name(request.Organisation, store, ct);
        if (problem is not null)
        {
            return problem;
        }

        var id = IdOf(request.Organisation.Kind);
        var officer = request.Organisation.Kind == OrganisationKind.CONTRACTOR ? Role.CONTRACTOR_OFFICER : Role.SECTION_HEAD;
        var (personId, refused) = await enrolment.Enrol(
            request.Name, request.Mail.Trim(), passwords.Hash(request.Password), [new(id, sectionId, officer), new(id, SectionId: null, Role.ADMINISTRATOR)], ct, _ => SetUpCodes.Taking());
        return refused ?? await flow.Answer(context, personId, SignInMethod.PASSWORD, secondFactor: false, ct);
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
        var problem = Acts.Record(stream, state => OrganisationDecider.Decide(new RenameOrganisation(wanted.Name), state));
        Guid? sectionId = null;
        if (problem is null && wanted.Kind == OrganisationKind.MINISTRY_OFFICE)
        {
            sectionId = stream.Aggregate.Sections.FirstOrDefault(s => s.Name == wanted.SectionName)?.Id ?? Guid.CreateVersion7();
            problem = stream.Aggregate.Sections.Any(s => s.Id == sectionId)
                ? null
                : Acts.Record(stream, state => OrganisationDecider.Decide(new AddSection(new Section(sectionId.Value, wanted.SectionName!, Mail: null)), state));
        }

        if (problem is null)
        {
            await session.SaveChanges(ct);
        }

        return (sectionId, problem);
    }
}
