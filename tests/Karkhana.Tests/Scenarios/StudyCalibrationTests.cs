using Karkhana.Core.Documents;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Methods.Experiments;
using Karkhana.Reporting;
using Karkhana.Scenarios;
using Karkhana.Scenarios.Sections;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

/// <summary>A place that the calibration does not see, in the study that ships: 79 firms answered in Daska, 45 in Okara, 38 in Mian Channu.</summary>
public sealed class StudyCalibrationTests
{
    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    private static readonly PolicySimulationOptions Short = new()
    {
        Replicates = 4,
        ParameterDraws = 4,
        Model = new SimulationOptions { BurnIn = 4, Horizon = 4 },
        Policies = ShippedPolicies.Only("P02", "P18"),
        Calibrate = true,
        Search = new ApproximateBayesianComputationOptions { Particles = 30, Simulations = 150, PriorShare = 0.5 },
        HoldOut = "Okara",
    };

    [Fact]
    public void A_place_that_is_held_out_is_predicted_and_told()
    {
        PolicyStudyResult study = PolicyStudy.Run(
            Punjab, new PolicyStudyOptions { Policies = Short, FactReplicates = 0, WorldReplicates = 0 }, cancellationToken: TestContext.Current.CancellationToken)!;

        HeldOutPlace place = study.Simulation.HeldOut!;
        (place.Place, place.Firms, place.Respondents, place.Others).ShouldBe(("Okara", 50, 45, 316));
        place.Checks.ShouldAllBe(check => check.HeldOut && check.StandardError > 0);
        place.Checks.Select(check => check.Name).ShouldContain("capability_mean");
        place.Checks.Select(check => check.Name).ShouldNotContain("capability_gap"); // all firms of the town are clustered
        study.Simulation.Firms.ShouldBe(366); // levers are simulated on all firms
        ScenarioTables.Of(study).Single(table => table.Name == "hold_out_check").RowCount.ShouldBe(place.Checks.Count);
        TextCatalogue texts = TextCatalogue.Load();
        string[] said = [.. ValiditySection.Compose(study).Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Sentences).Select(texts.Say)];
        said.ShouldContain(sentence => sentence.StartsWith("The calibration did not see the 50 firms of Okara, and started from the other 316.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Atlantis", "Atlantis is not one. Places with firms that answered: Daska 79, Okara 45, Mian Channu 38")]
    [InlineData("Faisalabad", "at least 30 firms answered; in Faisalabad it was 0")]
    [InlineData("Sahiwal (rural)", "in Sahiwal (rural) it was 11")]
    public void Unknown_places_and_places_of_few_firms_are_refused(string place, string expected)
    {
        Refusal(Punjab.Study, Short with { HoldOut = place }).ShouldContain(expected);
        Should.Throw<ArgumentException>(() => PolicySimulation.Run(Punjab, Short with { HoldOut = place }, null, TestContext.Current.CancellationToken))
            .Message.ShouldContain(expected);
    }

    [Fact]
    public void Without_a_second_place_places_or_a_calibration_nothing_is_held_out()
    {
        int[] daska = [.. Punjab.Study.Survey!.Firms.Where(firm => Punjab.Study.Firms.Places[firm] == "Daska")];

        Refusal(Punjab.Study with { Survey = Punjab.Study.Survey.Of(daska) }, Short with { HoldOut = "Daska" }).ShouldContain("there is none besides Daska");
        Refusal(Punjab.Study with { Firms = Punjab.Study.Firms with { Places = [] } }, Short).ShouldContain("answered: none");
        Refusal(Punjab.Study, Short with { Calibrate = false }).ShouldContain("--calibrate");
        PolicySimulation.CheckHoldOut(Short with { HoldOut = null, Calibrate = false }, Punjab.Study);
    }

    [Fact]
    public void What_a_study_sees_of_entry_exit_and_openness_comes_from_the_register_and_the_survey()
    {
        FirmRegister register = Punjab.Study.Firms;
        int[] makers = Punjab.Focus.Firms;
        double[] founded = [.. Enumerable.Range(0, register.Count).Select(firm => firm == makers[1] ? double.NaN : firm % 10 == 0 ? 2010.0 : 1990)];
        double[] closed = [.. Enumerable.Range(0, register.Count).Select(_ => double.NaN)];
        (closed[makers[2]], closed[makers[3]], founded[makers[4]], closed[makers[4]]) = (2009, 2002, 2008, 2011);
        Focus open = Punjab.Focus with
        {
            Firms = [.. makers.Where(firm => double.IsNaN(closed[firm]))],
            Clustered = [.. makers.Zip(Punjab.Focus.Clustered).Where(pair => double.IsNaN(closed[pair.First])).Select(pair => pair.Second)],
        };
        Findings dated = Punjab with { Focus = open, Study = Punjab.Study with { Firms = register with { Year = 2012, Founded = founded, Closed = closed } } };

        FirmObservations seen = StudyObservations.Of(dated, new Dictionary<string, (double X, double Y)>());

        seen.Ages.Count.ShouldBe(makers.Length - 3);
        seen.Ages.Count(double.IsNaN).ShouldBe(1);
        seen.Ages.Count(age => age == 2).ShouldBe(open.Firms.Count(firm => founded[firm] == 2010));
        int stood = makers.Count(firm => !(founded[firm] > 2007) && !(closed[firm] <= 2007)); // unknown years count as long ago
        (seen.ClosedSince.Count, seen.ClosedSince.Count(gone => gone)).ShouldBe((stood, 1)); // one closed too early, one began too late
        seen.LinksOutside.Count.ShouldBe(seen.Count);
        seen.LinksOutside.ShouldContain(links => links > 0);
        FirmObservations undated = StudyObservations.Of(Punjab, new Dictionary<string, (double X, double Y)>());
        (undated.Ages.Count, undated.ClosedSince.Count).ShouldBe((0, 0));
    }

    private static string Refusal(Study study, PolicySimulationOptions options) =>
        Should.Throw<ArgumentException>(() => PolicySimulation.CheckHoldOut(options, study)).Message;
}
