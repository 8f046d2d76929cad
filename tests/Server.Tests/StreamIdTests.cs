using SecurityTracker.Server.Store;

namespace SecurityTracker.ServerTests;

public class StreamIdTests
{
    private static readonly Guid Contract = new("01920000-0000-7000-8000-000000000001");

    [Fact]
    public void The_ids_of_natural_keys_never_change()
    {
        StreamId.Obligation(Contract, "17:15").ShouldBe(new Guid("04ba11bb-3102-5a86-9fdf-d2acda353797"));
        StreamId.ReportReview(Contract).ShouldBe(new Guid("06baf976-1c18-57eb-97cc-477998015979"));
        StreamId.RowThread(Contract, "17:15").ShouldBe(new Guid("dda164e1-7aac-55d6-bebf-07130889f1a6"));
        StreamId.ConfirmationDocument(Contract).ShouldBe(new Guid("5a233fac-d2e6-5809-98e5-3fe77cda4480"));
        StreamId.Edition("ED-C").ShouldBe(new Guid("152f034a-8724-55cd-81b8-32b0cb4c429f"));
        StreamId.FirstOrganisation("CONTRACTOR").ShouldBe(new Guid("9d4e4b4c-2ab5-5e70-887a-eda4b12f8bf9"));
        StreamId.Person(StreamId.FirstOrganisation("CONTRACTOR"), "CONTRACTOR_OFFICER").ShouldBe(new Guid("e084c54c-666a-58eb-9b82-32544fc24441"));
    }

    [Fact]
    public void They_are_of_version_5() => StreamId.Edition("ED-C").Version.ShouldBe(5);
}
