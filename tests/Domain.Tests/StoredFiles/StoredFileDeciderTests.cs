using SecurityTracker.Domain;
using SecurityTracker.Domain.Files;
using static SecurityTracker.DomainTests.Deadlines.Days;

namespace SecurityTracker.DomainTests.StoredFiles;

public sealed class StoredFileDeciderTests
{
    private static readonly Specification<StoredFile, IStoredFileEvent, IStoredFileCommand> Decider =
        new(StoredFile.Initial, StoredFileDecider.Evolve, StoredFileDecider.Decide, Day("2026-11-20"));
    private static readonly Guid Firm = new("01990000-0000-7000-8000-000000000001");
    private static readonly Guid Office = new("01990000-0000-7000-8000-000000000002");
    private static readonly FileKept Kept = new(new("01990000-0000-7000-8000-000000000003"), PartId: null, Firm, new FileRef(new("01990000-0000-7000-8000-000000000004"), "ab", "名簿.xlsx", 12), "text/plain");
    private static readonly EraseFile Erase = new("契約終了に伴う消去", Firm, RetainedUntil: null);

    [Fact]
    public void A_file_is_kept() => Decider.Given().When(new KeepFile(Kept)).Then(Kept);

    [Fact]
    public void An_empty_file_is_none() => Decider.Given().When(new KeepFile(Kept with { File = Kept.File with { Bytes = 0 } })).Then(FileRefusals.Empty);

    [Fact]
    public void Its_side_erases_it_with_a_reason() => Decider.Given(Kept).When(Erase).Then(new FileErased("契約終了に伴う消去"));

    [Fact]
    public void A_reason_is_wanted() => Decider.Given(Kept).When(Erase with { Reason = " " }).Then(TextRefusals.Missing);

    [Fact]
    public void The_other_side_does_not() => Decider.Given(Kept).When(Erase with { By = Office }).Then(FileRefusals.OtherSide);

    [Fact]
    public void Evidence_stays_through_its_last_day() => Decider.Given(Kept).When(Erase with { RetainedUntil = Day("2026-11-20") }).Then(FileRefusals.InUse);

    [Fact]
    public void And_goes_on_the_day_after() => Decider.Given(Kept).When(Erase with { RetainedUntil = Day("2026-11-19") }).Then(new FileErased("契約終了に伴う消去"));

    [Fact]
    public void What_is_erased_is_erased_once() => Decider.Given(Kept, new FileErased("済")).When(Erase).Then(FileRefusals.Erased);

    [Fact]
    public void The_hash_remains() => Decider.Given(Kept).When(Erase).ThenState(file => (file.File.Sha256, file.ErasedBecause).ShouldBe(("ab", "契約終了に伴う消去")));

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\山田\\報告書.pdf", "報告書.pdf")]
    [InlineData("a\r\nContent-Type: text.pdf", "aContent-Type_ text.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe.pdf")]
    [InlineData("...", "名称なし.pdf")]
    [InlineData(null, "名称なし.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("𠮷野家.PDF", "𠮷野家.pdf")]
    [InlineData("ガ.pdf", "ガ.pdf")]
    public void Names_are_made_harmless(string? name, string clean) => FileName.Clean(name, [".pdf"]).ShouldBe(SoundText.Normal(clean, System.Text.NormalizationForm.FormC));
}
