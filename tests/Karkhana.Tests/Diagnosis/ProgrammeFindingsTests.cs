using Karkhana.Core.Documents;
using Karkhana.Core.Randomness;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Learning;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>A programme in the study that ships, made up for the test: a tenth of the firms takes part from 2015 on.</summary>
public sealed class ProgrammeFindingsTests
{
    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    [Fact]
    public void A_planted_effect_is_found_and_the_claim_is_open()
    {
        Findings found = With(Planted(effect: 0.5, from: 2010));
        ProgrammeFindings programme = found.Programme!;

        programme.Evaluation!.Arms.ShouldNotBeEmpty();
        programme.PeriodsBefore.ShouldBe(5);
        programme.HasComparison.ShouldBeTrue();
        programme.Evaluation.Arms[0].Estimate.ShouldBe(0.5, tolerance: 0.1);
        Section section = found.Gate.Filter(ProgrammeSection.Compose(found));
        TextCatalogue texts = TextCatalogue.Load();
        texts.Say(((ParagraphBlock)section.Blocks[0]).Sentences[0]).ShouldStartWith("Taking part is estimated to change the logarithm of workers by 0.");
        section.Blocks.OfType<TableBlock>().Count().ShouldBe(3);
    }

    [Fact]
    public void A_programme_in_one_place_is_not_told_from_what_else_happened_there()
    {
        Findings found = With(Planted(effect: 0.5, from: 2010, programmePlaces: 1));

        ArmEffect took = found.Programme!.Evaluation!.Arms[0];
        took.HasOnePlace.ShouldBeTrue();
        took.StandardError.ShouldBeGreaterThan(0.001);
        found.Programme.Evaluation.Notes.ShouldContain(note => note.Code == "one-place");
        ParagraphBlock first = (ParagraphBlock)ProgrammeSection.Compose(found).Blocks[0];
        first.Tone.ShouldBe(Tone.Caution);
        TextCatalogue.Load().Say(first.Sentences.ShouldHaveSingleItem()).ShouldStartWith("We cannot tell what the programme changed");
    }

    [Fact]
    public void One_year_before_the_start_closes_the_claim_and_says_what_is_missing()
    {
        Findings found = With(Planted(effect: 0.5, from: 2014));

        found.Programme!.PeriodsBefore.ShouldBe(1);
        found.Programme.Evaluation!.Arms.ShouldBeEmpty();
        ((ParagraphBlock)ProgrammeSection.Compose(found).Blocks[0]).Sentences[0].Key.ShouldBe("programme.refused");
        found.Gate.Decisions.Single(decision => decision.Claim.Id == "programme-worked").Allowed.ShouldBeFalse();
    }

    [Fact]
    public void Without_a_panel_or_a_programme_the_section_says_what_it_would_need()
    {
        Findings no = With(Punjab.Study with { Programme = new ProgrammeTable([new ProgrammeEntry(Punjab.Focus.Firms[0], 2015)], []), Panel = null });

        (no.Programme!.Takers, no.Programme.Years, no.Programme.Evaluation).ShouldBe((1, 0, null));
        ((ParagraphBlock)ProgrammeSection.Compose(no).Blocks[0]).Sentences[0].Key.ShouldBe("programme.no_panel");
        Punjab.Programme.ShouldBeNull();
        ((ParagraphBlock)ProgrammeSection.Compose(Punjab).Blocks[0]).Sentences[0].Key.ShouldBe("programme.none");
        Evidence.Of(Punjab.Study, Punjab.Focus, Punjab.Network, null)["pre_periods"].ShouldBe(0);
    }

    private static Findings With(Study study)
    {
        ProgrammeFindings? programme = ProgrammeFindings.Of(study, Punjab.Focus, 2003, null, TestContext.Current.CancellationToken);
        return Punjab with
        {
            Study = study,
            Programme = programme,
            Gate = ClaimsGate.For(Evidence.Of(study, Punjab.Focus, Punjab.Network, programme)),
        };
    }

    private static Study Planted(double effect, int from, int programmePlaces = 2)
    {
        RandomStream stream = new(7, RandomPurpose.Example, 0);
        Focus focus = Punjab.Focus;
        // The places of the programme: firms elsewhere, and far enough, are those compared with.
        string[] places = [.. focus.Firms.GroupBy(firm => Punjab.Study.Firms.Places[firm]).OrderByDescending(place => place.Count()).Select(place => place.Key)];
        int[] takers = [.. places.Take(programmePlaces).SelectMany(place => focus.Firms.Where(firm => Punjab.Study.Firms.Places[firm] == place).Take(40 / programmePlaces))];
        List<PanelRow> rows = [];
        foreach (int firm in focus.Firms)
        {
            double level = stream.NextGaussian();
            for (int year = from; year <= 2018; year++)
            {
                double gain = takers.Contains(firm) && year >= 2015 ? effect : 0;
                rows.Add(new PanelRow(firm, year, Math.Exp(2 + (0.3 * level) + gain + (0.05 * stream.NextGaussian()))));
            }
        }

        return Punjab.Study with
        {
            Programme = new ProgrammeTable([.. takers.Select(firm => new ProgrammeEntry(firm, 2015))], []),
            Panel = new EmploymentPanel(rows, []),
        };
    }
}
