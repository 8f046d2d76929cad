using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Domain.Obligations;
using static SecurityTracker.DomainTests.Contracts.ContractSamples;

namespace SecurityTracker.DomainTests.Contracts;

public sealed class ContractDeciderTests
{
    private static readonly Specification<Contract, IContractEvent, IContractCommand> Decider =
        new(Contract.Initial, ContractDecider.Evolve, ContractDecider.Decide);

    private static readonly DateOnly September = new(2026, 9, 1);

    [Fact]
    public void A_contract_is_registered() => Decider.Given().When(Register).Then(Registered);

    [Fact]
    public void A_contract_in_preparation_has_no_signing_date() =>
        Decider.Given().When(Register with { SignedOn = null }).Then(InPreparation);

    [Fact]
    public void A_contract_is_registered_once() => Decider.Given(Registered).When(Register).Then(ContractRefusals.Registered);

    [Fact]
    public void Nothing_happens_to_a_contract_that_is_not_there() =>
        Decider.Given().When(new SetNorms("令和5年度版", EffectiveNorm: null)).Then(ContractRefusals.NotFound);

    public static TheoryData<RegisterContract, string, string> BadRegistrations => new()
    {
        { Register with { Name = " 　" }, "text-missing", "/name" },
        { Register with { Name = new string('長', 201) }, "text-too-long", "/name" },
        { Register with { Name = "一行目\n二行目" }, "text-not-printable", "/name" },
        { Register with { Name = "制御\u0007文字" }, "text-not-printable", "/name" },
        { Register with { Name = "半分\ud842" }, "text-not-printable", "/name" },
        { Register with { EndsOn = new(2026, 7, 9) }, "term-invalid", "/endsOn" },
        { Register with { EndsOn = new(2036, 7, 11) }, "term-too-long", "/endsOn" },
        { Register with { StartsOn = new(1926, 7, 10), EndsOn = new(1927, 2, 27) }, "term-too-long", "/endsOn" },
        { Register with { SignedOn = new(2027, 2, 28) }, "signed-after-end", "/signedOn" },
        { Register with { SignedOn = new(1026, 7, 10) }, "term-too-long", "/signedOn" },
        { Register with { Contractor = Contractor with { CorporateNumber = "4011001098994" } }, "corporate-number-invalid", "/contractor/corporateNumber" },
        { Register with { Contractor = Contractor with { Name = "" } }, "text-missing", "/contractor/name" },
        { Register with { Contractor = Contractor with { Address = "" } }, "text-missing", "/contractor/address" },
        { Register with { Contractor = Contractor with { RepresentativeName = Representative with { Value = "\u200b" } } }, "text-missing", "/contractor/representativeName" },
        { Register with { Section = Register.Section with { SectionName = "" } }, "text-missing", "/sectionName" },
        { Register with { Section = Register.Section with { SectionMail = Representative } }, "mail-invalid", "/sectionMail" },
        { Register with { Addressee = "" }, "text-missing", "/addressee" },
        { Register with { NamedNorm = "" }, "text-missing", "/namedNorm" },
        { Register with { EffectiveNorm = " " }, "text-missing", "/effectiveNorm" },
        { Register with { Predecessor = new(Id, new(2025, 4, 1)) }, "predecessor-itself", "/predecessorId" },
        { Register with { Predecessor = new(Guid.NewGuid(), Register.StartsOn) }, "predecessor-not-earlier", "/predecessorId" },
    };

    [Theory]
    [MemberData(nameof(BadRegistrations))]
    public void A_registration_with_a_slip_is_refused_at_its_field(RegisterContract command, string code, string pointer)
    {
        var refusal = ContractDecider.Decide(command, Contract.Initial).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Pointer).ShouldBe((code, pointer));
    }

    [Fact]
    public void Signing_may_come_before_the_term_or_within_it()
    {
        ContractDecider.Decide(Register with { SignedOn = new(2026, 4, 1) }, Contract.Initial).Refusal.ShouldBeNull();
        ContractDecider.Decide(Register with { SignedOn = new(2026, 8, 1) }, Contract.Initial).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Signing_ends_the_preparation() => Decider.Given(InPreparation)
        .When(new SignContract(new(2026, 7, 10), "令和7年度版"))
        .Then(new ContractSigned(new(2026, 7, 10), "令和7年度版"))
        .ThenState(c => c.StageOn(September).ShouldBe(ContractStage.ACTIVE));

    [Fact]
    public void Signing_again_on_the_same_day_records_nothing() =>
        Decider.Given(Registered).When(new SignContract(new(2026, 7, 10), EffectiveNorm: null)).ThenNothing();

    [Fact]
    public void Another_signing_date_is_a_correction() =>
        Decider.Given(Registered).When(new SignContract(new(2026, 7, 11), EffectiveNorm: null)).Then(ContractRefusals.Signed);

    [Fact]
    public void An_amendment_records_only_what_changes() => Decider.Given(Registered)
        .When(new AmendContract(September, "期間の延長", new(Name: Register.Name, EndsOn: new(2027, 3, 31))))
        .Then(new ContractAmended(September, "期間の延長", new(EndsOn: new(2027, 3, 31))))
        .ThenState(c =>
        {
            c.EndsOn.ShouldBe(new(2027, 3, 31));
            c.Amendments.ShouldBe([new(September, "期間の延長")]);
        });

    [Fact]
    public void An_amendment_that_changes_nothing_records_nothing() => Decider.Given(Registered)
        .When(new AmendContract(September, "変更なし", new(Name: Register.Name, Contractor: Contractor))).ThenNothing();

    [Fact]
    public void An_amendment_may_bring_another_edition() => Decider.Given(Registered)
        .When(new AmendContract(September, "版の差替え", new(Edition: new("ED-Y", 1))))
        .Then(new ContractAmended(September, "版の差替え", new(Edition: new("ED-Y", 1))));

    [Fact]
    public void An_amended_term_obeys_the_rules_of_a_term() => Decider.Given(Registered)
        .When(new AmendContract(September, "期間の短縮", new(EndsOn: new(2026, 7, 9)))).Then(ContractRefusals.TermInvalid);

    [Fact]
    public void An_amendment_says_why() =>
        Decider.Given(Registered).When(new AmendContract(September, " ", new(Name: "新名称"))).Then(TextRefusals.Missing);

    [Fact]
    public void What_is_not_signed_cannot_be_amended() =>
        Decider.Given(InPreparation).When(new AmendContract(September, "理由", new(Name: "新名称"))).Then(ContractRefusals.NotSigned);

    [Fact]
    public void An_amendment_does_not_come_before_the_contract() =>
        Decider.Given(Registered).When(new AmendContract(new(2026, 7, 9), "理由", new(Name: "新名称"))).Then(ContractRefusals.AgreedBeforeSigning);

    [Fact]
    public void A_terminated_contract_is_neither_amended_nor_signed()
    {
        var terminated = new ContractTerminated(September, "双方の合意による。");
        Decider.Given(Registered, terminated).When(new AmendContract(September, "理由", new(Name: "新名称"))).Then(ContractRefusals.Terminated);
        Decider.Given(Registered, terminated).When(new SignContract(new(2026, 7, 10), EffectiveNorm: null)).Then(ContractRefusals.Terminated);
        Decider.Given(Registered, terminated).When(new TerminateContract(new(2026, 10, 1), "別の理由")).Then(ContractRefusals.Terminated);
        Decider.Given(Registered, terminated).When(new TerminateContract(September, "双方の合意による。")).ThenNothing();
        Decider.Given(Registered, terminated).ThenState(c => c.StageOn(September).ShouldBe(ContractStage.TERMINATED));
    }

    [Theory]
    [InlineData("2026-07-09")]
    [InlineData("2027-02-28")]
    public void Termination_lies_between_signing_and_the_end(string day) => Decider.Given(Registered)
        .When(new TerminateContract(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "理由"))
        .Then(ContractRefusals.TerminationOutsideTerm);

    [Fact]
    public void A_slip_is_corrected_at_any_time_with_its_reason()
    {
        Decider.Given(InPreparation).When(new CorrectContract("件名の誤記", new(Name: "正しい件名")))
            .Then(new ContractCorrected("件名の誤記", new(Name: "正しい件名")));
        Decider.Given(Registered).When(new CorrectContract("締結日の誤記", new(SignedOn: new(2026, 7, 9))))
            .Then(new ContractCorrected("締結日の誤記", new(SignedOn: new(2026, 7, 9))));
        Decider.Given(InPreparation).When(new CorrectContract("締結日の誤記", new(SignedOn: new(2026, 7, 9)))).Then(ContractRefusals.NotSigned);
        Decider.Given(Registered).When(new CorrectContract(Reason: "", new(Name: "正しい件名"))).Then(TextRefusals.Missing);
    }

    [Fact]
    public void The_predecessor_is_an_earlier_contract_and_can_be_taken_back()
    {
        var last = new PredecessorInput(Guid.NewGuid(), new(2025, 7, 1));
        Decider.Given(Registered).When(new NamePredecessor(Id, last)).Then(new ContractPredecessorNamed(last.Id));
        Decider.Given(Registered).When(new NamePredecessor(Id, Predecessor: null)).ThenNothing();
        Decider.Given(Registered, new ContractPredecessorNamed(last.Id)).When(new NamePredecessor(Id, Predecessor: null))
            .Then(new ContractPredecessorNamed(PredecessorId: null));
        Decider.Given(Registered).When(new NamePredecessor(Id, last with { Id = Id })).Then(ContractRefusals.PredecessorItself);
    }

    [Fact]
    public void Reports_go_to_the_addressee_of_their_day() => Decider.Given(Registered)
        .When(new ChangeAddressee("経済産業省参事官 殿", new(2026, 10, 1)))
        .Then(new ContractAddresseeChanged("経済産業省参事官 殿", new(2026, 10, 1)))
        .ThenState(c =>
        {
            c.AddresseeOn(new(2026, 1, 1)).ShouldBe("経済産業省文化創造産業課長 殿");
            c.AddresseeOn(new(2026, 9, 30)).ShouldBe("経済産業省文化創造産業課長 殿");
            c.AddresseeOn(new(2026, 10, 1)).ShouldBe("経済産業省参事官 殿");
        });

    [Fact]
    public void Answers_norms_and_addressee_that_stay_the_same_record_nothing()
    {
        var answers = new Answers(Subcontracting: true, BringsDevices: false, CopiesOutside: false, Cloud: true, SystemOrSite: false, ApplicationOrContent: false);
        var answered = new ContractQuestionsAnswered(Subcontracting: true, BringsDevices: false, CopiesOutside: false, Cloud: true, SystemOrSite: false, ApplicationOrContent: false);
        Decider.Given(Registered).When(new AnswerQuestions(answers)).Then(answered);
        Decider.Given(Registered, answered).When(new AnswerQuestions(answers)).ThenNothing();
        Decider.Given(Registered).When(new SetNorms(Registered.NamedNorm, Registered.EffectiveNorm)).ThenNothing();
        Decider.Given(Registered).When(new ChangeAddressee(Registered.Addressee, Registered.AddresseeFrom)).ThenNothing();
    }

    [Fact]
    public void An_extra_item_needs_the_consultation_that_allowed_it()
    {
        Decider.Given(Registered).When(new AddExtraItem("生成AIの利用状況", Consulted))
            .Then(new ContractExtraItemAdded(101, "生成AIの利用状況", Consulted));
        Decider.Given(Registered, new ContractExtraItemAdded(101, "生成AIの利用状況", Consulted)).When(new AddExtraItem("二つ目", Consulted))
            .Then(new ContractExtraItemAdded(102, "二つ目", Consulted));
        Decider.Given(Registered).When(new AddExtraItem("生成AIの利用状況", Consultation: null)).Then(ContractRefusals.ConsultationMissing);
        Decider.Given(Registered).When(new AddExtraItem("生成AIの利用状況", Consulted with { Outcome = "" })).Then(ContractRefusals.ConsultationMissing);
        Decider.Given(Registered).When(new AddExtraItem("", Consulted)).Then(TextRefusals.Missing);
    }

    [Fact]
    public void A_convention_replaces_the_one_before() => Decider
        .Given(Registered, new ContractConventionAgreed(Convention.END_OF_WORK, ImplementationStatus.NOT_APPLICABLE, Consulted))
        .When(new AgreeConvention(Convention.END_OF_WORK, ImplementationStatus.NOT_IMPLEMENTED, Consulted))
        .Then(new ContractConventionAgreed(Convention.END_OF_WORK, ImplementationStatus.NOT_IMPLEMENTED, Consulted))
        .ThenState(c => c.Conventions.ShouldHaveSingleItem().Status.ShouldBe(ImplementationStatus.NOT_IMPLEMENTED));

    [Fact]
    public void What_was_agreed_on_changes_of_the_roster_wants_its_consultation()
    {
        var only = new AgreeRosterChanges(RePresentationOnly: true, Consulted, Side.CONTRACTOR);
        Decider.Given(Registered).When(only).Then(new ContractRosterChangesAgreed(RePresentationOnly: true, Consulted, Side.CONTRACTOR))
            .ThenState(c => c.RosterChanges.ShouldBe(new RosterChanges(RePresentationOnly: true, Consulted, Side.CONTRACTOR)));
        Decider.Given(Registered, new ContractRosterChangesAgreed(RePresentationOnly: true, Consulted, Side.CONTRACTOR)).When(only).ThenNothing();
        Decider.Given(Registered, new ContractRosterChangesAgreed(RePresentationOnly: true, Consulted, Side.CONTRACTOR)).When(only with { RecordedBy = Side.OFFICER })
            .Then(new ContractRosterChangesAgreed(RePresentationOnly: true, Consulted, Side.OFFICER));
        Decider.Given(Registered).When(only with { Consultation = null }).Then(ContractRefusals.ConsultationMissing);
    }

    [Fact]
    public void The_stage_follows_the_day()
    {
        Decider.Given(InPreparation).ThenState(c => c.StageOn(September).ShouldBe(ContractStage.PREPARING));
        Decider.Given(Registered).ThenState(c => c.StageOn(new(2027, 2, 27)).ShouldBe(ContractStage.ACTIVE));
        Decider.Given(Registered).ThenState(c => c.StageOn(new(2027, 2, 28)).ShouldBe(ContractStage.ENDED));
    }

    [Fact]
    public void A_length_is_counted_in_characters()
    {
        var name = string.Concat(Enumerable.Repeat("𠮷", 200));
        ContractDecider.Decide(Register with { Name = name }, Contract.Initial).Refusal.ShouldBeNull();
    }
}
