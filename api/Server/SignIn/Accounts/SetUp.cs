using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.SignIn;

/// <summary>The organisation that an installation belongs to.</summary>
/// <param name="SectionName">Of an office: the 課室.</param>
internal sealed record SetUpOrganisation(OrganisationKind Kind, string Name, string? SectionName = null);

/// <summary>Who sets the installation up.</summary>
/// <param name="Code">What the console printed.</param>
internal sealed record SetUpRequest(string Code, SetUpOrganisation Organisation, string Name, string Mail, string Password);

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

        Check(request.Body).ThrowIfRefused();
        var sectionId = await Name(request.Body.Organisation, store, ct);
        var id = IdOf(request.Body.Organisation.Kind);
        var officer = request.Body.Organisation.Kind == OrganisationKind.CONTRACTOR ? Role.CONTRACTOR_OFFICER : Role.SECTION_HEAD;
        var personId = await enrolment.Enrol(
            request.Body.Name, request.Body.Mail.Trim(), passwords.Hash(request.Body.Password), [new(id, sectionId, officer), new(id, SectionId: null, Role.ADMINISTRATOR)], ct, _ => SetUpCodes.Taking());
        return await flow.Answer(HttpContext, personId, SignInMethod.PASSWORD, secondFactor: false, ct);
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
    private static async Task<Guid?> Name(SetUpOrganisation wanted, EventStore store, CancellationToken ct)
    {
        var session = store.OpenSession(ActorHeaders.Metadata(Actor.System, correlationId: null));
        var stream = await session.FetchForWriting<Organisation>(IdOf(wanted.Kind), ct);
        Writer.Record(stream, state => OrganisationDecider.Decide(new RenameOrganisation(wanted.Name), state));
        var sectionId = wanted.Kind == OrganisationKind.MINISTRY_OFFICE ? SectionOf(stream, wanted.SectionName!) : (Guid?)null;
        await session.SaveChanges(ct);
        return sectionId;
    }

    private static Guid SectionOf(StreamForWriting<Organisation> office, string name)
    {
        if (office.Aggregate.Sections.FirstOrDefault(s => s.Name == name) is { } known)
        {
            return known.Id;
        }

        var added = new Section(Guid.CreateVersion7(), name, Mail: null);
        Writer.Record(office, state => OrganisationDecider.Decide(new AddSection(added), state));
        return added.Id;
    }
}
