using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Learning;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>Simulates policies on the cluster of a study: its own firms, what Learning estimated, levers with their costs.</summary>
public static class PolicySimulation
{
    /// <summary>What money is called where neither the study nor the policy file names a currency.</summary>
    private const string MoneyUnits = "money units";

    /// <summary>Gives the policies with their costs in the currency of a study, or says what stands against it before anything runs.</summary>
    /// <param name="options">The options that hold the policies.</param>
    /// <param name="currency">The currency of the study; empty when it names none.</param>
    /// <returns>The policies.</returns>
    /// <exception cref="StudyException">There is no rate for the currency, or no policy besides doing nothing.</exception>
    /// <exception cref="ArgumentException">Pairs or a factorial are asked for of policies that are not in the file, or of doing nothing.</exception>
    public static PolicyFile PoliciesOf(PolicySimulationOptions options, string currency)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(currency);
        options.Policies.CheckActs();
        LeverCombinations.Check(options);
        return currency.Length == 0 ? options.Policies : options.Policies.In(currency);
    }

    /// <summary>Says what stands against holding out a place before anything runs.</summary>
    /// <param name="options">The options that may hold one out.</param>
    /// <param name="study">The study.</param>
    /// <exception cref="ArgumentException">The place is not known, or too few firms answered in it or in each other.</exception>
    public static void CheckHoldOut(PolicySimulationOptions options, Study study)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(study);
        StudyCalibration.Check(study, Enumerable.Range(0, study.Firms.Count), options);
    }

    /// <summary>Simulates.</summary>
    /// <remarks>
    /// The firms of the diagnosis become the agents of the cluster learning model, each plausible value another start. Parameters are drawn from
    /// what Learning estimated (with its covariance) and from the ranges of the model, or calibrated to what the study sees. Every policy
    /// runs against doing nothing with the same random numbers; replicate r has draw r modulo their number. Cost: (policies + 2) × replicates ×
    /// quarters × firms, about a microsecond per firm and quarter; pairs and a factorial add a policy for each of their sets.
    /// </remarks>
    /// <param name="findings">What the diagnosis found.</param>
    /// <param name="options">Policies, budget, replicates, calibration.</param>
    /// <param name="execution">Workers, progress, and the store that lets a killed run go on.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The result, or null when the study scores the capability of fewer than ten firms.</returns>
    public static PolicySimulationResult? Run(
        Findings findings, PolicySimulationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        options ??= new PolicySimulationOptions();
        if (StudyPopulation.Of(findings) is not { } study)
        {
            return null;
        }

        StudyCalibration.Check(findings.Study, findings.Focus.Firms, options);
        ulong seed = options.Seed ?? findings.Seed;
        options = options with { Seed = seed, Model = options.Model with { Seed = seed }, Search = options.Search with { Seed = seed } };
        string own = findings.Study.Settings.Currency;
        PolicyFile policies = PoliciesOf(options, own);
        string currency = own.Length > 0 ? own : policies.Money?.Unit ?? MoneyUnits;
        ChannelScalesResult? scales = ScalesOf(findings, study.Population);
        StudyPriors priors = StudyPriors.Of([.. ModelParameter.All.Select(parameter => parameter.Name)], scales);
        StudyCalibration? calibrated = options.Calibrate
            ? StudyCalibration.Of(findings, study.Population, priors.Prior, options, execution, cancellationToken)
            : null;
        ClusterCalibrationResult? calibration = calibrated?.Result;
        ParameterDraws draws = DrawsOf(calibration, priors.Prior, options);
        PlannedPolicy[] active = [.. policies.Policies.Where(policy => !policy.Intervention.IsBaseline)];
        IReadOnlyList<ScenarioRun> runs = ScenarioRuns.Run(
            study.Population, [Nothing, .. active.Select(policy => ClusterScenario.Of(policy.Intervention))], draws.Parameters,
            RunOptionsOf(options), execution, cancellationToken);
        BurnInCheckResult? burnIn = BurnInCheck.Estimate(study.Population, draws.Parameters, RunOptionsOf(options), execution, cancellationToken);
        ComparedScenarios compared = Compared(runs, draws, options.Replicates);
        PolicyComparisonResult comparison = PolicyComparison.Estimate(compared, null, cancellationToken);
        PolicyRankingResult ranking = PolicyRanking.Estimate(compared, comparison, compared.RegimeMixAtStart());
        return new PolicySimulationResult
        {
            Policies = policies,
            Currency = currency,
            Options = options,
            Synthetic = findings.Study.IsSynthetic,
            Population = study.Population,
            Priors = priors.Prior,
            Scales = scales,
            Calibration = calibration,
            HeldOut = calibrated?.HeldOut,
            Parameters = draws,
            Runs = runs,
            BurnIn = burnIn,
            Compared = compared,
            Comparison = comparison,
            Ranking = ranking,
            BelowMinimum = LeverSection.Withheld(findings),
            Stated = findings.Regimes,
            Agreement = AgreementOf(findings, ranking, active),
            Combinations = LeverCombinations.Run(
                options, [.. active.Select((policy, i) => new PricedPolicy(policy.Intervention, comparison.Effects[i].CostPerGain.Cost))],
                (study.Population, draws, runs), execution, cancellationToken),
            Budget = options.Budget is double budget
                ? Spend(budget, study.Population, active, (comparison, ranking), draws, runs[0], options, execution, cancellationToken)
                : null,
            Notes =
            [
                .. study.Notes, .. priors.Notes, .. NotesOf(calibration), .. burnIn is null ? [] : new[] { burnIn.ToNote() }, .. comparison.Notes,
                .. NotesOf(own, currency), .. DosesWithoutEffect.Notes([.. active.Select(policy => policy.Intervention)], study.Population, draws.Parameters),
            ],
        };
    }

    private static ParameterDraws DrawsOf(ClusterCalibrationResult? calibration, JointPrior prior, PolicySimulationOptions options)
    {
        int count = Math.Min(options.ParameterDraws, options.Replicates);
        ulong seed = options.Model.Seed;
        return calibration?.Draw(count, seed) ?? ParameterDraws.FromPrior(prior, new ClusterParameters(), count, seed);
    }

    private static ClusterScenario Nothing => new() { Id = PolicyPortfolios.Nothing };

    private static AdviceAgreement? AgreementOf(Findings findings, PolicyRankingResult ranking, PlannedPolicy[] policies) =>
        findings.Advice is null || !LeverSection.IsAllowed(findings)
            ? null
            : AdviceAgreement.Of(findings.Advice, ranking, policies.ToDictionary(policy => policy.Intervention.Id, policy => policy.Lever.Id));

    internal static ScenarioRunOptions RunOptionsOf(PolicySimulationOptions options) =>
        new() { Replicates = options.Replicates, Simulation = options.Model };

    internal static ComparedScenarios Compared(IReadOnlyList<ScenarioRun> runs, ParameterDraws draws, int replicates) => new()
    {
        Baseline = runs[0].Outcomes,
        Policies = [.. runs.Skip(1).Select(run => run.Outcomes)],
        ParameterDraws = [.. Enumerable.Range(0, replicates).Select(replicate => replicate % draws.Parameters.Count)],
        Parameters = draws.Values,
    };

    private static ChannelScalesResult? ScalesOf(Findings findings, ClusterPopulation population)
    {
        if (findings.Study.Survey is not { } survey)
        {
            return null;
        }

        IReadOnlyList<double>? scored = findings.Scores?.Scores.Find(Constructs.AbsorptiveCapacity)?.Values;
        double[] absorptive = OfRegister(findings, population, firm => firm.AbsorptiveCapacity);
        for (int firm = 0; firm < absorptive.Length; firm++)
        {
            absorptive[firm] = scored is null || double.IsNaN(scored[firm]) ? double.NaN : absorptive[firm];
        }

        // The same exposures in the same sums as in the model, or a scale would be that of another index.
        ExposureTable exposures = new(findings.Study.Firms.Ids, [.. population.Advantages.Select((advantage, position) => new Exposure(
            advantage.Id, OfRegister(findings, population, firm => firm.Exposures[position]), [.. findings.Study.Firms.Ids.Select(_ => double.NaN)], "model"))]);
        return ChannelScales.Estimate(
            survey, ChannelIndices.Estimate(findings.Matrix.Without(LearningPaths.Rivalry, LearningChannel.IncentiveForEffort), exposures),
            exposures.Find(LearningPaths.Rivalry)?.Values ?? [], absorptive, findings.Study.Firms.Employment);
    }

    private static double[] OfRegister(Findings findings, ClusterPopulation population, Func<ClusterFirm, double> value)
    {
        double[] values = [.. findings.Study.Firms.Ids.Select(_ => double.NaN)];
        for (int firm = 0; firm < findings.Focus.Firms.Length; firm++)
        {
            values[findings.Focus.Firms[firm]] = value(population.Firms[firm]);
        }

        return values;
    }

    // Only what is told from doing nothing is worth money: the mean gain of the others is chance.
    private static BudgetAnswer Spend(
        double budget, ClusterPopulation population, PlannedPolicy[] policies, (PolicyComparisonResult Comparison, PolicyRankingResult Ranking) found,
        ParameterDraws draws, ScenarioRun nothing, PolicySimulationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        IReadOnlyList<PolicyEffect> effects = found.Comparison.Effects;
        double[] values = [.. effects.Select(effect => effect.CostPerGain.State == CostPerGainState.Defined ? effect.Gain : 0)];
        PortfolioChoice choice = PortfolioChoices.Estimate(
            [.. policies.Select((policy, i) => new PricedPolicy(policy.Intervention, effects[i].CostPerGain.Cost))], values, budget,
            options.MostPolicies ?? policies.Length, ChoiceMethod.Exact);
        BudgetAnswer answer = new(budget, choice, [], null) { Considered = values.Count(value => value > 0), MostPolicies = options.MostPolicies };
        if (choice.Portfolio.Policies.Count < 2)
        {
            return answer;
        }

        string[] order = [.. found.Ranking.Policies.Select(policy => policy.Effect.Scenario)];
        PolicyPortfolio inOrder = choice.Portfolio with
        {
            Policies = [.. choice.Portfolio.Policies.OrderBy(policy => Array.IndexOf(order, policy.Id))],
        };
        IReadOnlyList<PolicyPortfolio> orders = answer.HasAllOrders
            ? PolicySequences.Of(choice.Portfolio, options.SequenceGap)
            : [PolicySequences.InTurn(inOrder, options.SequenceGap)];
        IReadOnlyList<ScenarioRun> runs = ScenarioRuns.Run(
            population, [ScenarioOf(choice.Portfolio), .. orders.Select(ScenarioOf)], draws.Parameters, RunOptionsOf(options), execution, cancellationToken);
        return answer with
        {
            Runs = runs,
            Comparison = PolicyComparison.Estimate(Compared([nothing, .. runs], draws, options.Replicates), null, cancellationToken),
        };
    }

    internal static ClusterScenario ScenarioOf(PolicyPortfolio portfolio) =>
        new() { Id = portfolio.Id, Interventions = portfolio.Policies };

    private static IEnumerable<Note> NotesOf(string own, string currency) => own.Length > 0 ? [] :
    [
        new Note("no-currency", Severity.Warning, $"The study names no currency (study.currency in study.toml); costs are in {currency}, as the policy file gives them."),
    ];

    private static IEnumerable<Note> NotesOf(ClusterCalibrationResult? calibration) => calibration?.Notes ??
    [
        new Note("not-calibrated", Severity.Warning,
            "Parameters of the model were drawn from what is believed before, not calibrated to this study; intervals are wide for that reason."),
    ];
}
