using SecurityTracker.Demo.World;
using SecurityTracker.Domain;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Demo.Filling;

/// <summary>The API in the hands of each of the people.</summary>
internal sealed class DemoHands(HttpClient http, DemoClock clock, IReadOnlyList<DemoAccount> accounts)
{
    /// <summary>Someone, as the first that they are, or as what is said.</summary>
    public DemoApi As(string mail, Role? role = null, string? section = null)
    {
        var memberships = Account(mail).Memberships;
        return new(http, clock, (memberships.FirstOrDefault(m => m.Role == (role ?? m.Role) && m.Section == (section ?? m.Section)) ?? memberships[0]).Token);
    }

    /// <summary>The first who plays a part in an organisation.</summary>
    public DemoApi Of(string organisation, Role role, string? section = null) => As(Person(organisation, role, section).Mail, role, section);

    /// <summary>The person.</summary>
    public static DemoPerson Person(string organisation, Role role, string? section = null) =>
        DemoCast.People.First(person => person.Roles.Any(r => r.Organisation == organisation && r.Role == role && (section is null || r.Section == section)));

    /// <summary>The id of someone.</summary>
    public Guid IdOf(string mail) => Account(mail).Id;

    private DemoAccount Account(string mail) => accounts.First(account => account.Person.Mail == mail);
}

/// <summary>The people of both sides of one contract, and what they share.</summary>
internal sealed class DemoParties(DemoHands hands, DemoWorld world, DemoContract contract, DemoCalendar calendar)
{
    /// <summary>The contract.</summary>
    public DemoContract Contract => contract;

    /// <summary>The days.</summary>
    public DemoCalendar Calendar => calendar;

    /// <summary>Everyone.</summary>
    public DemoHands Hands => hands;

    /// <summary>Its id, once it is registered.</summary>
    public Guid Id { get; set; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The 受注者.</summary>
    public DemoContractor Firm => world.Contractors[contract.Contractor];

    /// <summary>The office.</summary>
    public DemoOffice Office => world.Offices[contract.Office];

    /// <summary>The 課室.</summary>
    public DemoSection Section => Office.Sections.First(section => section.Name == contract.Section);

    /// <summary>The contractor's officer.</summary>
    public DemoApi Contractor => hands.Of(Firm.Name, Role.CONTRACTOR_OFFICER);

    /// <summary>The 課室長.</summary>
    public DemoApi Head => hands.Of(Office.Name, Role.SECTION_HEAD, contract.Section);

    /// <summary>One of the 担当職員, or the 課室長 where there are not so many.</summary>
    public DemoApi Officer(int place = 0) => place < contract.Officers.Count ? hands.As(contract.Officers[place], Role.SUPERVISING_OFFICER, contract.Section) : Head;

    /// <summary>What the first 担当職員 is called.</summary>
    public DemoPerson OfficerPerson => DemoCast.People.First(person => person.Mail == contract.Officers[0]);

    /// <summary>A thing's own time.</summary>
    public DemoDiary Diary() => calendar.Diary(RegisteredAt);

    /// <summary>Puts a paper to the contract.</summary>
    public async Task<Guid> Paper(DemoApi by, string name, CancellationToken ct) =>
        (await by.Upload($"contracts/{Id}/files", $"{name}.pdf", DemoPaperFile.Pdf(), ct))["id"]!.GetValue<Guid>();

    /// <summary>Puts a paper to the contract, where there is one.</summary>
    public async Task<Guid[]> Papers(DemoApi by, string? name, CancellationToken ct) => name is null ? [] : [await Paper(by, name, ct)];
}
