using Karkhana.Core.Exchange;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Methods.Experiments;
using Karkhana.Scenarios;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

public sealed class StudyPopulationTests
{
    private static readonly Findings Punjab = IntegrationSectionTests.Diagnosed;

    [Fact]
    public void Every_firm_in_focus_is_an_agent_with_its_own_number_place_and_scores()
    {
        ClusterPopulation population = StudyPopulation.Of(Punjab)!.Population;

        population.Synthetic.ShouldBeTrue();
        population.Firms.Select(firm => firm.Agent).ShouldBe(Punjab.Focus.Firms);
        population.Firms.Select(firm => firm.Clustered).ShouldBe(Punjab.Focus.Clustered);
        population.Firms.ShouldAllBe(firm => firm.Capability[0] >= 0 && firm.Capability[0] <= 1
            && firm.AbsorptiveCapacity >= 0 && firm.AbsorptiveCapacity <= 1 && firm.Workers >= 1
            && firm.Exposures.All(exposure => exposure >= 0 && exposure <= 1));
        population.Advantages.Select(advantage => advantage.Id).ShouldBe(Punjab.Matrix.Rows.Select(row => row.Id));
        population.Draws.Count.ShouldBe(20);
        population.Ties.ShouldAllBe(tie => tie.From != tie.To || tie.Kind == ClusterTieKind.External);
        population.Ties.ShouldContain(tie => tie.Kind == ClusterTieKind.Knowledge);
    }

    [Fact]
    public void A_firm_that_did_not_answer_takes_the_scores_of_a_firm_of_its_status()
    {
        StudyPopulation study = StudyPopulation.Of(Punjab)!;
        Score capability = Punjab.Scores!.Scores.Find("capability")!;
        int[] firms = Punjab.Focus.Firms;
        int silent = Enumerable.Range(0, firms.Length).First(i => double.IsNaN(capability.Values[firms[i]]));

        double[][] draws = [.. study.Population.Draws.Select(draw => draw.Capability.ToArray())];

        for (int draw = 0; draw < draws.Length; draw++)
        {
            double[] donors = [.. Enumerable.Range(0, firms.Length)
                .Where(i => !double.IsNaN(capability.Values[firms[i]]) && Punjab.Focus.Clustered[i] == Punjab.Focus.Clustered[silent])
                .Select(i => draws[draw][i])];
            donors.ShouldContain(draws[draw][silent]);
        }

        draws.Select(draw => draw[silent]).Distinct().Count().ShouldBeGreaterThan(5);
        study.Notes.ShouldContain(note => note.Code == "firms-imputed");
    }

    [Fact]
    public void Estimates_enter_as_priors_with_their_correlation_and_ranges_elsewhere()
    {
        ChannelScalesResult scales = new()
        {
            Terms = [ChannelScales.Cost, ChannelScales.Incentive, ChannelScales.Effectiveness, ChannelScales.Absorption],
            Estimates = [0.2, 0.1, -3, 0.5],
            Covariance = new double[,] { { 0.01, 0.005, 0, 0 }, { 0.005, 0.01, 0, 0 }, { 0, 0, 0.01, 0 }, { 0, 0, 0, 0.04 } },
            Firms = 90,
            Notes = [],
            Provenance = new("test", "", ""),
        };

        StudyPriors priors = StudyPriors.Of(["CostScale", "IncentiveScale", "EffectivenessScale", "Depreciation"], scales);

        priors.Prior.Parameters.Select(prior => prior.Shape).ShouldBe([PriorShape.Normal, PriorShape.Normal, PriorShape.Uniform, PriorShape.Uniform]);
        priors.Notes.ShouldContain(note => note.Code == "estimate-outside-model");
        double[] values = new double[4];
        double[,] correlations = priors.Prior.Correlations;
        correlations[0, 1].ShouldBe(scales.Covariance[0, 1] / (scales.StandardError(0) * scales.StandardError(1)), 1e-12);
        correlations[0, 3].ShouldBe(0);
        priors.Prior.Draw([1, 0, 0, 0], values);
        values[1].ShouldBeGreaterThan(0.13);
    }

    [Fact]
    public void What_the_study_sees_is_enough_to_calibrate_to()
    {
        FirmObservations seen = StudyObservations.Of(Punjab, new Dictionary<string, (double X, double Y)>());

        seen.Count.ShouldBe(Punjab.Study.Survey!.Respondents);
        string[] targets = [.. ClusterObservables.WithErrors(seen).Select(target => target.Name)];
        targets.ShouldContain("capability_gap");
        targets.ShouldContain("interior");
        targets.ShouldContain("ties_mean");
    }
}
