using SecurityTracker.Domain.Catalogue;

namespace SecurityTracker.DomainTests.Catalogue;

public class ShippedEditionsTests
{
    public static TheoryData<string> Codes => [.. ShippedEditions.All.Select(e => e.Code)];

    [Fact]
    public void Four_editions_ship() => ShippedEditions.All.Select(e => e.Code).ShouldBe(["ED-A", "ED-B", "ED-C", "ED-D"]);

    [Fact]
    public void Their_codes_are_known_without_reading_them() => ShippedEditions.Codes.ShouldBe(ShippedEditions.All.Select(e => e.Code));

    [Theory]
    [InlineData("ED-A", 18, 0, "受託者")]
    [InlineData("ED-B", 17, 16, "受注者")]
    [InlineData("ED-C", 17, 16, "受注者")]
    [InlineData("ED-D", 17, 16, "受注者")]
    public void They_have_their_items_and_rows(string code, int requirements, int rows, string contractor)
    {
        var edition = ShippedEditions.All.Single(e => e.Code == code);
        edition.Requirements.Select(r => r.Number).ShouldBe(Enumerable.Range(1, requirements));
        edition.Requirements.Select(r => r.Id).ShouldBe(Enumerable.Range(1, requirements).Select(n => $"{requirements}:{n}"));
        (edition.Form?.Rows.Select(r => r.Number) ?? []).ShouldBe(Enumerable.Range(2, rows).Take(rows));
        edition.ContractorWord.ShouldBe(contractor);
        edition.Requirements.ShouldAllBe(r => r.Text.StartsWith(contractor, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ED-A", "18:16", 7)]
    [InlineData("ED-A", "18:18", 6)]
    [InlineData("ED-B", "17:15", 9)]
    [InlineData("ED-C", "17:15", 10)]
    [InlineData("ED-D", "17:15", 10)]
    [InlineData("ED-D", "17:16", 6)]
    public void They_have_their_statements(string code, string id, int statements) =>
        ShippedEditions.All.Single(e => e.Code == code).Requirements.Single(r => r.Id == id).Statements.Count.ShouldBe(statements);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Only_the_closing_duty_is_always_explained(string code)
    {
        var always = ShippedEditions.All.Single(e => e.Code == code).Requirements.SelectMany(r => r.Statements).Where(s => s.AlwaysExplained);
        always.Select(s => s.Id).ShouldBe(code is "ED-C" or "ED-D" ? ["17:15.10"] : []);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_text_of_a_statement_is_part_of_its_requirement(string code)
    {
        foreach (var r in ShippedEditions.All.Single(e => e.Code == code).Requirements)
        {
            foreach (var s in r.Statements)
            {
                r.Text.ShouldContain("\n" + s.Label + s.Text);
                s.Statements.ShouldAllBe(t => s.Text.Contains("\n" + t.Label + t.Text, StringComparison.Ordinal) && t.Id.StartsWith(s.Id + "."));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_form_is_printed_to_its_last_line(string code)
    {
        if (ShippedEditions.All.Single(e => e.Code == code).Form is not { } form)
        {
            code.ShouldBe("ED-A");
            return;
        }

        MatchText.KeyOf(form.Closing).ShouldBe("(この報告書の提出時期:定期的(契約期間における半期を目処(複数年の契約においては年1回以上))。)");
        form.Notes.Count.ShouldBe(2);
        form.Columns.ShouldBe(["項目", "確認事項", "実施状況"]);
        form.AddresseePattern.ShouldEndWith("課長 殿");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_space_that_an_extraction_put_in_is_left(string code)
    {
        var edition = ShippedEditions.All.Single(e => e.Code == code);
        var texts = edition.Requirements.Select(r => r.Text).Concat(edition.Form?.Rows.Select(r => r.Label + r.Text) ?? []);
        texts.ShouldAllBe(t => !t.Contains("  ", StringComparison.Ordinal) && !HasSpaceBesideJapanese(t) && t == t.Trim());
    }

    private static bool HasSpaceBesideJapanese(string text) =>
        Enumerable.Range(1, text.Length - 2).Any(i => text[i] == ' ' && (text[i - 1] > 0x7F || text[i + 1] > 0x7F));
}
