using System.Net;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests.Contracts;

[Collection(Shared.Contracts)]
public sealed class RegisterContractTests(TestServer server)
{
    private readonly HttpClient client = server.CreateClient();

    [Theory]
    [InlineData(Role.CONTRACTOR_STAFF)]
    [InlineData(Role.AUDITOR)]
    [InlineData(Role.ADMINISTRATOR)]
    public Task Roles_that_may_not_register_are_refused(Role role) =>
        server.As(role).When(ContractRequests.Body()).Refuses(403, "not-permitted");

    [Fact]
    public async Task A_contract_opens_a_record_for_each_requirement()
    {
        var written = await client.Register();
        written.Version.ShouldBe(1);

        var contract = await client.Contract(written.Id);
        contract["stage"]!.GetValue<string>().ShouldBe("ACTIVE");
        contract["contractor"]!["representativeName"]!.GetValue<string>().ShouldBe("髙﨑　𠮷乃");
        contract["contractor"]!["organisationId"]!.GetValue<Guid>().ShouldBe(FirstOrganisations.ContractorId);
        contract["sectionMail"]!.GetValue<string>().ShouldBe("section@example.go.jp");
        contract["obligations"]!.AsArray().Select(o => o!["number"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, 17));
        contract["counts"]!["unrecorded"]!.GetValue<int>().ShouldBe(16);
        contract["can"]!["amendContract"]!.GetValue<bool>().ShouldBeTrue();
        contract["can"]!["signContract"]!["reason"]!["ja"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_oldest_edition_has_eighteen()
    {
        var written = await client.Register(c => c with { EditionCode = "ED-A" });
        (await client.Contract(written.Id))["obligations"]!.AsArray().Count.ShouldBe(18);
    }

    public static TheoryData<string, object?, int, string> BadFields => new()
    {
        { "editionCode", "ED-Z", 422, "edition-unknown" },
        { "editionRevision", 9, 422, "edition-unknown" },
        { "endsOn", "2026-07-09", 422, "term-invalid" },
        { "endsOn", "2096-07-09", 422, "term-too-long" },
        { "signedOn", "2027-03-01", 422, "signed-after-end" },
        { "name", "　", 422, "text-missing" },
        { "sectionMail", "課のメール", 422, "mail-invalid" },
        { "predecessorId", "01990000-0000-7000-8000-000000000001", 422, "predecessor-unknown" },
        { "officeId", "01990000-0000-7000-8000-000000000001", 422, "organisation-unknown" },
        { "name", "名\u0000称", 400, "character-not-allowed" },
        { "startsOn", "2026-02-30", 400, "malformed-body" },
        { "consortium", "MANY", 400, "consortium-unknown" },
        { "contractor", null, 400, "malformed-body" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_bad_field_is_refused_and_nothing_is_registered(string field, object? value, int status, string code)
    {
        var before = await Total();
        await client.When(Post("/api/contracts", ContractRequests.Body().But(field, value))).Refuses(status, code);
        (await Total()).ShouldBe(before);
    }

    [Fact]
    public async Task A_corporate_number_has_its_check_digit()
    {
        var problem = await client.When(ContractRequests.Body(c => c with { Contractor = c.Contractor with { CorporateNumber = "4011001098994" } }))
            .Refuses(422, "corporate-number-invalid");
        problem["errors"]![0]!["pointer"]!.GetValue<string>().ShouldBe("/contractor/corporateNumber");
    }

    [Fact]
    public Task A_contractor_registers_its_own_contracts_alone() => client
        .When(ContractRequests.Body(c => c with { Contractor = c.Contractor with { OrganisationId = Guid.NewGuid() } }))
        .Refuses(422, "party-not-own");

    [Fact]
    public async Task The_same_key_registers_once_and_another_body_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        var first = await client.When(Post("/api/contracts", ContractRequests.Body()).Under(key)).Written(HttpStatusCode.Created);
        var again = await client.When(Post("/api/contracts", ContractRequests.Body()).Under(key)).Written(HttpStatusCode.Created);
        again.Id.ShouldBe(first.Id);
        await client.When(Post("/api/contracts", ContractRequests.Body(c => c with { Name = "別の契約" })).Under(key))
            .Refuses(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it()
    {
        var written = await client.Register();
        await server.As(Role.SUPERVISING_OFFICER).Contract(written.Id);
        var stranger = server.As(await Stranger());
        foreach (var address in new[] { "", "/history", "/proposals", "/obligations", "/obligations/5", "/obligations/5/history" })
        {
            await stranger.When(Get($"/api/contracts/{written.Id}{address}")).Refuses(404, "not-found");
        }

        (await stranger.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>().ShouldBe(0);
        await stranger.Having(written.Id).At(1).When(new SetNormsRequest("令和7年度版")).Refuses(404, "not-found");
        await stranger.Having(written.Id, 5).At(1).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(404, "not-found");
        await server.As(Role.ADMINISTRATOR).When(Get($"/api/contracts/{written.Id}")).Refuses(403, "not-permitted");
    }

    private async Task<int> Total() => (await client.GetAsync("/api/contracts").Json())["total"]!.GetValue<int>();

    private async Task<Guid> Stranger()
    {
        var other = await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "他社")).Written(HttpStatusCode.Created);
        return StreamId.Person(other.Id, nameof(Role.CONTRACTOR_OFFICER));
    }
}
