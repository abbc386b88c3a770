using Karkhana.Capability;
using Karkhana.Core.Exchange;
using Karkhana.Core.Policies;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Karkhana.Scenarios;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

public sealed class StudyPopulationTests
{
    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    [Fact]
    public void Every_firm_in_focus_is_an_agent_with_its_own_number_place_and_scores()
    {
        ClusterPopulation population = StudyPopulation.Of(Punjab)!.Population;

        population.Synthetic.ShouldBeTrue();
        int[] numbers = TextAddress.Distinct(Punjab.Study.Firms.Ids);
        population.Firms.Select(firm => firm.Agent).ShouldBe(Punjab.Focus.Firms.Select(firm => numbers[firm]));
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
    public void Capability_by_function_is_that_of_the_firm_moved_as_its_answers_say()
    {
        ClusterPopulation population = StudyPopulation.Of(Punjab)!.Population;
        Score capability = Punjab.Scores!.Scores.Find("capability")!;
        FirmLadder[] ladders = [.. Punjab.Ladders!.Ladders];
        int count = population.Firms.Count;

        population.Firms.ShouldAllBe(firm => firm.Capability.Count == 6);
        population.Draws.ShouldAllBe(draw => draw.Capability.Count == 6 * count && draw.Capability.All(value => value >= 0 && value <= 1));
        int agreeing = 0;
        foreach (FirmLadder ladder in ladders)
        {
            int firm = Array.IndexOf(Punjab.Focus.Firms, ladder.Firm);
            double[] own = [.. population.Firms[firm].Capability];
            int best = ladder.Ladder.Scores.ToList().IndexOf(ladder.Ladder.Scores.Max());
            agreeing += own[best] >= own.Max() - 1e-12 ? 1 : 0;
            double.IsNaN(capability.Values[ladder.Firm]).ShouldBeFalse();
        }

        agreeing.ShouldBe(ladders.Length);
        StudyPopulation.Of(Punjab)!.Notes.ShouldContain(note => note.Code == "functions-as-answered");
        StudyPopulation.Of(Punjab with { Ladders = null })!.Population.Firms.ShouldAllBe(firm => firm.Capability.Count == 1);
    }

    [Fact]
    public void Trust_is_that_of_the_tie_else_of_its_ends_else_of_all()
    {
        Survey survey = Punjab.Study.Survey!;
        int[] items = survey.ItemsOf("trust");
        items.Length.ShouldBe(2);
        double TrustOf(int firm)
        {
            int row = Array.IndexOf(survey.Firms, Punjab.Focus.Firms[firm]);
            double[] answers = row < 0 ? [] : [.. items.Select(item => survey.UnitAnswers(item)[row]).Where(answer => !double.IsNaN(answer))];
            return answers.Length == 0 ? double.NaN : answers.Average();
        }

        ClusterTie[] ties = [.. StudyPopulation.Of(Punjab)!.Population.Ties.Where(tie => tie.Kind != ClusterTieKind.External)];
        double[] firms = [.. Enumerable.Range(0, Punjab.Focus.Firms.Length).Select(TrustOf)];
        double mean = firms.Where(trust => !double.IsNaN(trust)).Average();
        double[] filled = [.. firms.Select(trust => double.IsNaN(trust) ? mean : trust)];
        ties.ShouldAllBe(tie => Math.Abs(tie.Trust - ((filled[tie.From] + filled[tie.To]) / 2)) < 1e-12);
        ties.Count(tie => tie.Trust > 0.6).ShouldBeGreaterThan(300);

        TieTable table = Punjab.Study.Ties!;
        TieReports asked = new(
            table.FirmIds, [], [.. Enumerable.Range(0, table.Count).Select(tie => new TieReport(table.From[tie], table.To[tie], table.Kinds[tie], 1) { Trust = 5 })]);
        StudyPopulation.Of(Punjab with { Study = Punjab.Study with { TieReports = asked } })!.Population.Ties
            .Where(tie => tie.Kind != ClusterTieKind.External).ShouldAllBe(tie => tie.Trust == 1);
    }

    [Fact]
    public void Firms_have_a_link_outside_for_each_source_that_they_use_to_a_high_degree()
    {
        Survey survey = Punjab.Study.Survey!;
        ClusterPopulation population = StudyPopulation.Of(Punjab)!.Population;
        int[] links = new int[population.Firms.Count];
        foreach (ClusterTie tie in population.Ties.Where(tie => tie.Kind == ClusterTieKind.External))
        {
            tie.To.ShouldBe(tie.From);
            links[tie.From]++;
        }

        for (int row = 0; row < survey.Respondents; row++)
        {
            int firm = Array.IndexOf(Punjab.Focus.Firms, survey.Firms[row]);
            links[firm].ShouldBe(survey.ItemsOf(Constructs.ExternalOpenness).Count(item => survey.Answers[item][row] == 3));
        }

        links.Count(own => own > 0).ShouldBeInRange(links.Length / 4, 2 * links.Length / 3);
        HashSet<int> answered = [.. survey.Firms];
        Enumerable.Range(0, links.Length).Where(firm => !answered.Contains(Punjab.Focus.Firms[firm])).Sum(firm => links[firm]).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Parties_that_firms_name_are_links_outside_each_once()
    {
        TieTable table = Punjab.Study.Ties!;
        int party = table.FirmIds.Count;
        int firm = Punjab.Focus.Firms[3];
        TieReports named = new(
            table.FirmIds, [.. Enumerable.Range(0, 20).Select(number => $"X{number}")],
            [.. Enumerable.Range(0, 20).SelectMany(number => new[] { new TieReport(party + number, firm, "advice", 1), new TieReport(firm, party + number, "sale", 2) })]);

        StudyPopulation.Of(Punjab with { Study = Punjab.Study with { TieReports = named } })!.Population.Ties
            .Count(tie => tie.Kind == ClusterTieKind.External && tie.From == 3).ShouldBe(20);
    }

    [Fact]
    public void A_firm_that_works_for_more_firms_than_work_for_it_makes_components_and_roles_are_those_of_the_network()
    {
        ClusterPopulation population = StudyPopulation.Of(Punjab)!.Population;
        TieTable ties = Punjab.Study.Ties!;
        for (int i = 0; i < population.Firms.Count; i++)
        {
            int firm = Punjab.Focus.Firms[i];
            int[] work = [.. Enumerable.Range(0, ties.Count).Where(tie => ties.Kinds[tie] == "subcontract")];
            bool gives = work.Count(tie => ties.From[tie] == firm) > work.Count(tie => ties.To[tie] == firm);
            population.Firms[i].Stage.ShouldBe(gives ? FirmStage.ComponentMaker : FirmStage.Assembler);
        }

        population.Firms.Count(firm => firm.Stage == FirmStage.ComponentMaker).ShouldBeGreaterThan(30);
        population.Firms.Count(firm => firm.Role == "technological_gatekeeper").ShouldBe(
            Punjab.Network!.Roles.Count(Karkhana.CollectiveEfficiency.KnowledgeRole.TechnologicalGatekeeper));
        StudyPopulation.Of(Punjab with { Network = null })!.Population.Firms.ShouldAllBe(firm => firm.Role == "");
    }

    [Fact]
    public void Hours_without_power_are_what_a_firm_lacks_of_full_time()
    {
        ClusterPopulation population = StudyPopulation.Of(Punjab)!.Population;
        Survey survey = Punjab.Study.Survey!;
        double[] hours = survey.AnswersTo("G1")!;
        Dictionary<int, int> rowOf = Enumerable.Range(0, survey.Respondents).ToDictionary(row => survey.Firms[row]);
        double[] known = [.. Punjab.Focus.Firms.Where(rowOf.ContainsKey).Select(firm => hours[rowOf[firm]]).Where(value => !double.IsNaN(value))];
        known.Length.ShouldBeGreaterThan(50);

        foreach ((int firm, ClusterFirm agent) in Punjab.Focus.Firms.Zip(population.Firms))
        {
            double lost = rowOf.TryGetValue(firm, out int row) && !double.IsNaN(hours[row]) ? hours[row] : known.Average();
            agent.Uptime.ShouldBe(Math.Max(0.01, 1 - (lost / 168)), 1e-12);
        }
    }

    [Fact]
    public void A_dose_on_uptime_is_told_to_be_without_effect_where_no_firm_lacks_any()
    {
        ClusterPopulation study = StudyPopulation.Of(Punjab)!.Population;
        ClusterPopulation full = study with { Firms = [.. study.Firms.Select(firm => firm with { Uptime = 1 })] };
        Intervention[] policies = [.. PolicyFile.Default().Policies.Select(policy => policy.Intervention)];

        DosesWithoutEffect.Notes(policies, study, [new ClusterParameters()]).ShouldBeEmpty();
        DosesWithoutEffect.Notes(policies, full, [new ClusterParameters { Uptime = 0.9 }]).ShouldBeEmpty();
        Note note = DosesWithoutEffect.Notes(policies, full, [new ClusterParameters()]).ShouldHaveSingleItem();
        note.Code.ShouldBe("dose-without-effect");
        note.Text.ShouldStartWith("P17: nothing to improve");
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
