using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>Simulated runs of doing nothing and of policies, replicate by replicate under common random numbers.</summary>
public sealed record ComparedScenarios
{
    /// <summary>Gets the runs in which nothing is done.</summary>
    public required ScenarioOutcomes Baseline { get; init; }

    /// <summary>Gets the runs of the policies or portfolios, the same replicates in the same order.</summary>
    public required IReadOnlyList<ScenarioOutcomes> Policies { get; init; }

    /// <summary>Gets the number of the parameter draw of each replicate; none when all have the same parameters.</summary>
    public IReadOnlyList<int> ParameterDraws { get; init; } = [];

    /// <summary>Gets the parameters that vary: by name, the value in each draw.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Parameters { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>Gets the number of replicates.</summary>
    public int Replicates => Baseline.Rows.Count;

    /// <summary>Finds the runs of a scenario.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The runs.</returns>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    public ScenarioOutcomes Find(string id)
    {
        ScenarioOutcomes? found = Policies.Append(Baseline).FirstOrDefault(scenario => scenario.Scenario == id);
        Require.That(found is not null, nameof(id), $"must be one of {string.Join(", ", Policies.Append(Baseline).Select(scenario => scenario.Scenario))}; it was {id}");
        return found!;
    }

    /// <summary>Gives the mean share of the firms in each regime when policies start.</summary>
    /// <returns>The mix; empty when runs did not record it.</returns>
    public IReadOnlyDictionary<LearningRegime, double> RegimeMixAtStart()
    {
        string Name(LearningRegime regime) => OutcomeNames.Of(OutcomeNames.RegimeShareAtStart, "regime", Words.Of(regime));
        LearningRegime[] regimes = Enum.GetValues<LearningRegime>();
        return regimes.All(regime => Baseline.Outcomes.Contains(Name(regime)))
            ? regimes.ToDictionary(regime => regime, regime => Sums.Mean(Baseline.Values(Name(regime))))
            : new Dictionary<LearningRegime, double>();
    }

    /// <summary>Refuses runs that cannot be compared.</summary>
    internal void Check()
    {
        const int LeastReplicates = 2;
        Require.That(Policies.Count > 0, nameof(Policies), "must hold at least one policy; it was empty");
        Require.That(Replicates >= LeastReplicates, nameof(Baseline), FormattableString.Invariant($"must have at least {LeastReplicates} replicates; it had {Replicates}"));
        HashSet<string> seen = [Baseline.Scenario];
        foreach (ScenarioOutcomes policy in Policies)
        {
            Require.That(seen.Add(policy.Scenario), nameof(Policies), $"must have ids of their own, other than the baseline's; {policy.Scenario} came twice");
            Require.That(policy.Rows.Count == Replicates, nameof(Policies), FormattableString.Invariant(
                $"must have the replicates of the baseline ({Replicates}); {policy.Scenario} had {policy.Rows.Count}"));
        }

        Require.That(ParameterDraws.Count == 0 || ParameterDraws.Count == Replicates, nameof(ParameterDraws), FormattableString.Invariant(
            $"must name a draw for each of {Replicates} replicates; it had {ParameterDraws.Count}"));
        foreach ((string name, IReadOnlyList<double> values) in Parameters)
        {
            Require.That(ParameterDraws.All(draw => draw >= 0 && draw < values.Count), nameof(Parameters), FormattableString.Invariant(
                $"must have a value for every draw; {name} has {values.Count} and the draws go up to {(ParameterDraws.Count == 0 ? 0 : ParameterDraws.Max())}"));
        }
    }
}
