using System.Globalization;

namespace SecurityTracker.Demo.World;

/// <summary>Makes the world up: 3 offices, 8 contractors and 60 contracts of every edition and stage around a day.</summary>
/// <param name="today">The day, in Tokyo.</param>
internal sealed class DemoImagination(DateOnly today)
{
    private const int Seed = 5080;

    private readonly DemoDice dice = new(Seed);
    private readonly int fiscalYear = today.Month >= 4 ? today.Year : today.Year - 1;

    /// <summary>The day on which offices and firms were registered: before any of the contracts.</summary>
    public DateOnly Since => new(fiscalYear - 1, 3, 2);

    /// <summary>The world of that day.</summary>
    public DemoWorld World() => new(DemoCast.Offices, DemoCast.Contractors, DemoCast.Subcontractors, DemoCast.People, Contracts());

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
        Add(6, number => Told(Early(Active(number)), DemoStories.OfThisYear[number - 19]));
        Add(21, Active);
        Add(4, number => Told(OfSeveralYears(number), DemoStories.OfSeveralYears[number - 46]));
        Add(8, InPreparation);
        Add(3, Terminated);
        return contracts;
    }

    private DemoContract Ended(int number)
    {
        var startsOn = Within(new(fiscalYear - 1, 4, 1), new(fiscalYear - 1, 8, 31));
        var contract = Make(number, startsOn, YearEnd(fiscalYear), dice.Pick("ED-A", "ED-A", "ED-B", "ED-C"), DemoProgress.REPORTED);
        var sinceEnd = (today.DayNumber - contract.EndsOn.DayNumber) * 5 / 7;
        return contract with
        {
            Paper = DemoPaper.IN_FORCE,
            Sayings = DemoTemplates.AtFirst,
            Acts = [DemoTemplates.Return(isConfirmed: number % 6 != 0, number % 6 != 0 ? 4 - sinceEnd : Math.Max(4 - sinceEnd, -12))],
        };
    }

    private DemoContract Successor(int number, DemoContract before) => Usual(Make(number, ThisYear(), YearEnd(fiscalYear + 1), "ED-D", Progress())) with
    {
        Name = before.Name.Replace(Wareki(fiscalYear - 1), Wareki(fiscalYear), StringComparison.Ordinal),
        Contractor = before.Contractor,
        Office = before.Office,
        Section = before.Section,
        Officers = before.Officers,
        Answers = before.Answers,
        Predecessor = before.Number,
    };

    private DemoContract Active(int number)
    {
        var contract = Usual(Make(number, ThisYear(), YearEnd(fiscalYear + 1), dice.Pick("ED-B", "ED-C", "ED-C", "ED-D", "ED-D"), Progress()));
        return number % 5 != 0 ? contract : contract with
        {
            Amendment = new(Earlier(contract.StartsOn.AddDays(45), today), "調査対象の追加に伴い履行期限を延長するため", contract.EndsOn.AddMonths(3)),
        };
    }

    private DemoContract OfSeveralYears(int number) => Make(
        number, Within(new(fiscalYear - 1, 6, 1), new(fiscalYear - 1, 10, 1)), YearEnd(fiscalYear + 2), dice.Pick("ED-B", "ED-C"), DemoProgress.REPORTED);

    private DemoContract InPreparation(int number)
    {
        var startsOn = today.AddDays(dice.Number(10, 70));
        var yearEnd = YearEnd(startsOn.Month >= 4 ? startsOn.Year + 1 : startsOn.Year);
        var endsOn = yearEnd < startsOn.AddDays(90) ? yearEnd.AddYears(1) : yearEnd;
        return Make(number, startsOn, endsOn, dice.Pick("ED-C", "ED-D"), dice.Pick(DemoProgress.REGISTERED, DemoProgress.BEGUN)) with
        {
            SignedOn = null,
            Acts = number % 2 == 0 ? [DemoTemplates.Handlers] : [],
        };
    }

    private DemoContract Terminated(int number)
    {
        var contract = Make(number, Within(new(fiscalYear - 1, 5, 1), new(fiscalYear - 1, 9, 1)), YearEnd(fiscalYear + 1), "ED-B", DemoProgress.RECORDED);
        return contract with
        {
            Paper = DemoPaper.IN_FORCE,
            Termination = new(contract.StartsOn.AddDays(dice.Number(90, 150)), "事業計画の見直しに伴い、双方の合意により解除したため"),
        };
    }

    /// <summary>What is usual in a contract that runs, as far as its record has come.</summary>
    private DemoContract Usual(DemoContract contract)
    {
        var acts = dice.Some(DemoTemplates.Running, 3);
        var review = dice.Weighed(
            (DemoReview.SETTLED, 0.5), (DemoReview.RECEIVED, 0.15), (DemoReview.QUERIED, 0.15), (DemoReview.INTERNAL_CHECK, 0.1), (DemoReview.INSUFFICIENT, 0.1));
        return contract.Progress switch
        {
            DemoProgress.REGISTERED => contract,
            DemoProgress.BEGUN => contract with { Paper = DemoPaper.DRAFT },
            _ => contract with { Paper = DemoPaper.IN_FORCE, Review = review, Sayings = DemoTemplates.AtFirst, Acts = acts },
        };
    }

    /// <summary>Long enough on its way, and long enough to go on, for a story: in spring one of the year before that was carried over.</summary>
    private DemoContract Early(DemoContract contract)
    {
        var startsOn = Earlier(new(fiscalYear, 4, 1 + (contract.Number % 20)), today.AddDays(-110));
        var leastEnd = today.AddDays(90);
        return contract with { Name = contract.Name.Replace(Wareki(fiscalYear), WarekiOf(startsOn), StringComparison.Ordinal), StartsOn = startsOn, SignedOn = startsOn, EndsOn = contract.EndsOn < leastEnd ? leastEnd : contract.EndsOn };
    }

    /// <summary>A contract of the first contractor with the first 課室, and what became of it.</summary>
    private static DemoContract Told(DemoContract contract, DemoStory story) => story.Tell(contract with
    {
        Name = contract.Name[..(contract.Name.IndexOf('「', StringComparison.Ordinal) + 1)] + story.Work + "」",
        Edition = story.Edition,
        Contractor = 0,
        Office = 0,
        Section = DemoCast.FirstSection,
        Officers = ["m.sato@meti.example", "k.suzuki@meti.example"],
        Answers = new(Subcontracting: true, BringsDevices: true, CopiesOutside: true, Cloud: true, SystemOrSite: true, ApplicationOrContent: true),
        Progress = DemoProgress.REPORTED,
        Review = DemoReview.SETTLED,
        Amendment = null,
        Acts = [],
        Sayings = [],
        IsTold = true,
    });

    private DemoContract Make(int number, DateOnly startsOn, DateOnly endsOn, string edition, DemoProgress progress)
    {
        var office = dice.Number(0, DemoCast.Offices.Count - 1);
        var kind = dice.Pick(number <= DemoWords.Works.Count ? DemoWords.Kinds : DemoWords.FollowingKinds);
        var section = dice.Pick(DemoCast.Offices[office].Sections).Name;
        return new(
            number,
            $"{WarekiOf(startsOn)}「{DemoWords.Works[number * 7 % DemoWords.Works.Count]}{kind}」",
            startsOn.AddDays(-dice.Number(0, 5)),
            startsOn,
            endsOn,
            edition,
            // Half of the contracts are the first contractor's: its officer has enough to look after.
            dice.Bool() ? 0 : dice.Number(1, DemoCast.Contractors.Count - 1),
            office,
            section,
            new(dice.Bool(0.6), dice.Bool(0.3), dice.Bool(0.5), dice.Bool(0.6), dice.Bool(0.5), dice.Bool(0.5)),
            progress,
            Predecessor: null,
            Amendment: null,
            Termination: null)
        {
            Officers = DemoCast.OfficersOf(DemoCast.Offices[office].Name, section),
        };
    }

    private DemoProgress Progress() => dice.Weighed(
        (DemoProgress.REGISTERED, 0.1), (DemoProgress.BEGUN, 0.3), (DemoProgress.RECORDED, 0.3), (DemoProgress.REPORTED, 0.3));

    private DateOnly ThisYear() => Within(new(fiscalYear, 4, 1), Earlier(new(fiscalYear, 9, 30), today));

    private DateOnly Within(DateOnly from, DateOnly to) => from.AddDays(dice.Number(0, to.DayNumber - from.DayNumber));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly YearEnd(int year) => new(year, 3, 31);

    private static string WarekiOf(DateOnly startsOn) => Wareki(startsOn.Month >= 4 ? startsOn.Year : startsOn.Year - 1);

    /// <summary>令和n年度, in the full-width digits of 公用文.</summary>
    private static string Wareki(int year) =>
        $"令和{string.Concat((year - 2018).ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')))}年度";
}
