using Karkhana.Core.Documents;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

public sealed class MakeOrBuySectionTests
{
    [Fact]
    public void A_survey_that_does_not_ask_gives_nothing()
    {
        PunjabDiagnosis.Findings.MakeOrBuy.ShouldBeNull();
        MakeOrBuyInput.Of(PunjabDiagnosis.Findings).ShouldBeNull();
        Keys(PunjabDiagnosis.Findings).ShouldNotContain(key => key.StartsWith("make_or_buy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_survey_that_asks_gives_a_table_and_says_that_it_is_an_association()
    {
        Findings asked = Asking();
        MakeOrBuySample sample = MakeOrBuyInput.Of(asked)!;
        Findings found = asked with { MakeOrBuy = MakeOrBuy.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken) };

        sample.Bought.Keys.ShouldBe(["V1casting", "V1painting"]);
        sample.Bought["V1casting"][3].ShouldBe(double.NaN); // not needed
        sample.Controls.Keys.ShouldBe(["workers_(log)"]);
        found.MakeOrBuy.All.Verdict.ShouldBe(Verdict.Supported);
        Keys(found).ShouldContain("make_or_buy.fewer");
        Keys(found).ShouldContain("make_or_buy.reading");
        Keys(found).ShouldContain("make_or_buy.size_held");
        DiagnosisReport.Tables(found).ShouldContain(table => table.Name == "make_or_buy");
        TextCatalogue.Load().Say(Sentences(found).Single(sentence => sentence.Key == "make_or_buy.fewer")).ShouldContain("Theory suggests this sign");
    }

    [Fact]
    public void Without_an_estimate_it_is_not_said_that_firms_are_too_few()
    {
        Findings asked = Asking();
        MakeOrBuySample sample = MakeOrBuyInput.Of(asked)!;
        MakeOrBuySample flat = sample with { Quality = [.. sample.Quality.Select(_ => 0.5)], Controls = new Dictionary<string, double[]>() };
        Findings found = asked with { MakeOrBuy = MakeOrBuy.Estimate(flat, cancellationToken: TestContext.Current.CancellationToken) };

        Keys(found).ShouldContain("make_or_buy.not_estimated");
        Keys(found).ShouldNotContain("make_or_buy.size_held");
        TextCatalogue.Load().Say(Sentences(found).Single(sentence => sentence.Key == "make_or_buy.not_estimated")).ShouldContain("we cannot tell");
    }

    // Firms with much of their sales where quality is specified do it themselves, with exceptions.
    private static Findings Asking()
    {
        Findings findings = PunjabDiagnosis.Findings;
        Survey survey = findings.Study.Survey!;
        SurveyItem template = survey.Items[survey.Find("V2")];
        double[] market = [.. Enumerable.Range(0, survey.Respondents).Select(firm => (double)(firm * 37 % 101))];
        double[] Stage(int shift) => [.. market.Select((share, firm) => firm % 8 == 3 ? 3.0 : (share > 50) == ((firm + shift) % 5 > 0) ? 0 : 1 + (firm % 2))];
        (SurveyItem Item, double[] Answers)[] added =
        [
            (template with { Id = "V1casting", Construct = MakeOrBuyInput.Stages, Scale = "K", Minimum = 0, Maximum = 3 }, Stage(0)),
            (template with { Id = "V1painting", Construct = MakeOrBuyInput.Stages, Scale = "K", Minimum = 0, Maximum = 3 }, Stage(2)),
            (template with { Id = "S3", Construct = MakeOrBuyInput.MarketType }, market),
        ];
        return findings with
        {
            Study = findings.Study with
            {
                Survey = survey with
                {
                    Items = [.. survey.Items, .. added.Select(own => own.Item)],
                    Answers = [.. survey.Answers, .. added.Select(own => own.Answers)],
                    Missing = [.. survey.Missing, .. added.Select(_ => new MissingCode[survey.Respondents])],
                },
            },
        };
    }

    private static string[] Keys(Findings findings) => [.. Sentences(findings).Select(sentence => sentence.Key)];

    private static IEnumerable<Sentence> Sentences(Findings findings) => DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings)).Sections
        .Single(section => section.Key == "cooperation").Blocks.OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Sentences);
}
