using System.Globalization;
using Bogus;

namespace SecurityTracker.Server.Demo;

/// <summary>Makes the world up: 3 offices, 8 contractors and 60 contracts of every edition and stage around a day.</summary>
/// <param name="today">The day, in Tokyo.</param>
public sealed class DemoImagination(DateOnly today)
{
    private const int Seed = 5080;

    private readonly Faker faker = new("ja") { Random = new Randomizer(Seed) };
    private readonly int fiscalYear = today.Month >= 4 ? today.Year : today.Year - 1;

    /// <summary>The world of that day.</summary>
    public DemoWorld World() => new(DemoWords.Offices, [.. DemoWords.ContractorNames.Select(Contractor)], Contracts());

    private DemoContractor Contractor(string pattern) => new(
        string.Format(CultureInfo.InvariantCulture, pattern, faker.Name.LastName()),
        $"{faker.Address.State()}{faker.Address.City()}{faker.Random.Int(1, 5)}丁目{faker.Random.Int(1, 30)}番{faker.Random.Int(1, 20)}号",
        faker.PickRandom("代表取締役", "代表取締役社長", "理事長", "会頭"),
        $"{faker.Name.LastName()}　{faker.Name.FirstName()}");

    private List<DemoContract> Contracts()
    {
        var contracts = new List<DemoContract>();
        void Add(int count, Func<int, DemoContract> make)
        {
            for (var i = 0; i < count; i++)
            {
                contracts.Add(make(contracts.Count + 1));
            }
        }

        Add(12, Ended);
        Add(6, number => Successor(number, contracts[number - 13]));
        Add(27, Active);
        Add(4, OfSeveralYears);
        Add(8, InPreparation);
        Add(3, Terminated);
        return contracts;
    }

    private DemoContract Ended(int number)
    {
        var startsOn = Within(new(fiscalYear - 1, 4, 1), new(fiscalYear - 1, 8, 31));
        return Make(number, startsOn, YearEnd(fiscalYear), faker.PickRandom("ED-A", "ED-A", "ED-B", "ED-C"), DemoProgress.REPORTED);
    }

    private DemoContract Successor(int number, DemoContract before) => Make(number, ThisYear(), YearEnd(fiscalYear + 1), "ED-D", Progress()) with
    {
        Name = before.Name.Replace(Wareki(fiscalYear - 1), Wareki(fiscalYear), StringComparison.Ordinal),
        Contractor = before.Contractor,
        Office = before.Office,
        Section = before.Section,
        Answers = before.Answers,
        Predecessor = before.Number,
    };

    private DemoContract Active(int number)
    {
        var contract = Make(number, ThisYear(), YearEnd(fiscalYear + 1), faker.PickRandom("ED-B", "ED-C", "ED-C", "ED-D", "ED-D"), Progress());
        return number % 5 != 0 ? contract : contract with
        {
            Amendment = new(Earlier(contract.StartsOn.AddDays(45), today), "調査対象の追加に伴い履行期限を延長するため", contract.EndsOn.AddMonths(3)),
        };
    }

    private DemoContract OfSeveralYears(int number) => Make(
        number, Within(new(fiscalYear - 1, 6, 1), new(fiscalYear - 1, 10, 1)), YearEnd(fiscalYear + 2), faker.PickRandom("ED-B", "ED-C"), DemoProgress.REPORTED);

    private DemoContract InPreparation(int number) => Make(
        number, today.AddDays(faker.Random.Int(10, 70)), YearEnd(today.Month >= 10 ? fiscalYear + 2 : fiscalYear + 1),
        faker.PickRandom("ED-C", "ED-D"), faker.PickRandom(DemoProgress.REGISTERED, DemoProgress.BEGUN)) with { SignedOn = null };

    private DemoContract Terminated(int number)
    {
        var contract = Make(number, Within(new(fiscalYear - 1, 5, 1), new(fiscalYear - 1, 9, 1)), YearEnd(fiscalYear + 1), "ED-B", DemoProgress.RECORDED);
        return contract with { Termination = new(contract.StartsOn.AddDays(faker.Random.Int(90, 150)), "事業計画の見直しに伴い、双方の合意により解除したため") };
    }

    private DemoContract Make(int number, DateOnly startsOn, DateOnly endsOn, string edition, DemoProgress progress)
    {
        var office = faker.Random.Int(0, DemoWords.Offices.Count - 1);
        var startsInYear = startsOn.Month >= 4 ? startsOn.Year : startsOn.Year - 1;
        var kind = faker.PickRandom<string>(number <= DemoWords.Works.Count ? DemoWords.Kinds : DemoWords.FollowingKinds);
        return new(
            number,
            $"{Wareki(startsInYear)}「{DemoWords.Works[number * 7 % DemoWords.Works.Count]}{kind}」",
            startsOn.AddDays(-faker.Random.Int(0, 5)),
            startsOn,
            endsOn,
            edition,
            // Half of the contracts are the first contractor's: its officer has enough to look after.
            faker.Random.Bool() ? 0 : faker.Random.Int(1, DemoWords.ContractorNames.Count - 1),
            office,
            faker.PickRandom<string>(DemoWords.Offices[office].Sections),
            new(faker.Random.Bool(0.6f), faker.Random.Bool(0.3f), faker.Random.Bool(0.5f), faker.Random.Bool(0.6f), faker.Random.Bool(0.5f), faker.Random.Bool(0.5f)),
            progress,
            Predecessor: null,
            Amendment: null,
            Termination: null);
    }

    private DemoProgress Progress() => faker.Random.WeightedRandom(
        [DemoProgress.REGISTERED, DemoProgress.BEGUN, DemoProgress.RECORDED, DemoProgress.REPORTED], [0.1f, 0.3f, 0.3f, 0.3f]);

    private DateOnly ThisYear() => Within(new(fiscalYear, 4, 1), Earlier(new(fiscalYear, 9, 30), today));

    private DateOnly Within(DateOnly from, DateOnly to) => from.AddDays(faker.Random.Int(0, to.DayNumber - from.DayNumber));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly YearEnd(int year) => new(year, 3, 31);

    /// <summary>令和n年度, in the full-width digits of 公用文.</summary>
    private static string Wareki(int year) =>
        $"令和{string.Concat((year - 2018).ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')))}年度";
}
