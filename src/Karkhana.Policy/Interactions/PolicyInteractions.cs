using System.Numerics;
using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>What policies do together beyond the sum of what each does, in simulated runs of their sets.</summary>
public static class PolicyInteractions
{
    private const string Source =
        "Framework 5.12 (SC10); Yates 1937, The Design and Analysis of Factorial Experiments; Box, Hunter and Hunter 2005, Statistics for Experimenters, chapter 5";

    /// <summary>Estimates interactions of pairs, or the main effects and all interactions of a full factorial of four.</summary>
    /// <remarks>
    /// Run by run, with the same random numbers and parameters in all sets. Pairs: outcome of both − of one − of the other + of doing nothing, which is gain(AB) − gain(A) − gain(B).
    /// Factorial: a main effect is the mean over the eight sets of the others of what the policy changes; the interaction of a pair the mean over the four sets of the other
    /// two of the same difference; and so on for three and four. They are not halved, as textbooks of experiments do, so that an interaction is in units of gain.
    /// Limits by Student's t over independent units: parameter draws where draws have several runs, else runs; Bonferroni's for all effects of the design. An interval that
    /// holds 0 does not say that gains add up. Cost: pairs × runs, or 16 × 4 × runs.
    /// Source: framework 5.12 (SC10); Yates 1937; Box, Hunter and Hunter 2005, chapter 5. Agrees with: sums written out by hand, exactly up to rounding.
    /// </remarks>
    /// <param name="scenarios">The runs: doing nothing, each policy alone, and the sets of the design with the ids of <see cref="PolicyCombinations.IdOf"/>.</param>
    /// <param name="policies">The ids of the policies, in the order in which they stand in the ids of sets.</param>
    /// <param name="options">Design, outcome and level.</param>
    /// <param name="cancellationToken">Looked at between effects.</param>
    /// <returns>The effects: those of the fewest policies first.</returns>
    /// <exception cref="ArgumentException">A set of the design has no runs, or the number of policies does not fit it.</exception>
    public static PolicyInteractionsResult Estimate(
        ComparedScenarios scenarios, IReadOnlyList<string> policies, PolicyInteractionsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        options ??= new PolicyInteractionsOptions();
        PolicyCombinations.Checked(policies, options.Design, nameof(policies));
        scenarios.Check();
        (string[] Policies, double[] Values)[] contrasts = options.Design == CombinationDesign.Pairs
            ? [.. Pairs(policies).Select(pair => (pair, Contrasts(scenarios, pair, options.Outcome)[^1]))]
            : Factorial(scenarios, [.. policies], options.Outcome);
        RunMoments moments = new(scenarios.ParameterDraws, scenarios.Replicates);
        List<PolicyInteraction> effects = [];
        foreach ((string[] of, double[] values) in contrasts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            effects.Add(Effect(scenarios, of, values, moments, (options, contrasts.Length)));
        }

        return new PolicyInteractionsResult
        {
            Design = options.Design,
            Policies = policies,
            Effects = effects,
            Notes = [.. Notes(effects, options.Level)],
            Provenance = new Provenance(
                "policy.interactions",
                FormattableString.Invariant($"design = {options.Design}, policies = {string.Join(" ", policies)}, outcome = {options.Outcome}, replicates = {moments.Runs}, parameter draws = {moments.Draws}, level = {options.Level}"),
                Source),
        };
    }

    private static IEnumerable<string[]> Pairs(IReadOnlyList<string> policies) => Enumerable.Range(0, policies.Count).SelectMany(first =>
        Enumerable.Range(first + 1, policies.Count - first - 1).Select(second => (string[])[policies[first], policies[second]]));

    private static (string[] Policies, double[] Values)[] Factorial(ComparedScenarios scenarios, string[] policies, string outcome)
    {
        double[][] contrasts = Contrasts(scenarios, policies, outcome);
        return
        [
            .. Enumerable.Range(1, contrasts.Length - 1).OrderBy(set => BitOperations.PopCount((uint)set)).ThenBy(set => IdOf(policies, set), StringComparer.Ordinal)
                .Select(set => (Of(policies, set), contrasts[set])),
        ];
    }

    private static double[][] Contrasts(ComparedScenarios scenarios, string[] policies, string outcome)
    {
        double[][] bySet = [.. Enumerable.Range(0, 1 << policies.Length).Select(set => Values(scenarios, set == 0 ? scenarios.Baseline.Scenario : IdOf(policies, set), outcome))];
        FactorialContrasts.Of(bySet);
        return bySet;
    }

    private static double[] Values(ComparedScenarios scenarios, string id, string outcome)
    {
        double[] values = scenarios.Find(id).Values(outcome);
        Require.Finite(values, $"{id} {outcome}");
        return values;
    }

    private static string[] Of(string[] policies, int set) => [.. policies.Where((_, place) => (set & (1 << place)) != 0)];

    private static string IdOf(string[] policies, int set) => PolicyCombinations.IdOf(Of(policies, set));

    private static PolicyInteraction Effect(
        ComparedScenarios scenarios, string[] policies, double[] values, RunMoments moments, (PolicyInteractionsOptions Options, int Effects) of)
    {
        string outcome = of.Options.Outcome;
        double nothing = Sums.Mean(Values(scenarios, scenarios.Baseline.Scenario, outcome));
        double Gain(string id) => Sums.Mean(Values(scenarios, id, outcome)) - nothing;
        CoefficientTable own = moments.Mean(values, of.Options.Level);
        CoefficientTable together = moments.Mean(values, 1 - ((1 - of.Options.Level) / of.Effects));
        (double low, double high) = (own.ConfidenceLow[0], own.ConfidenceHigh[0]);
        return new PolicyInteraction
        {
            Policies = policies,
            Together = Gain(PolicyCombinations.IdOf(policies)),
            SumOfGains = policies.Sum(Gain),
            Estimate = own.Estimates[0],
            StandardError = own.StandardErrors[0],
            Low = low,
            High = high,
            SimultaneousLow = together.ConfidenceLow[0],
            SimultaneousHigh = together.ConfidenceHigh[0],
            RunsAbove = ShareOfRuns.Of(values, moments),
            Verdict = values.All(value => value == 0) ? InteractionVerdict.ExactlyZero
                : low > 0 ? InteractionVerdict.Above
                : high < 0 ? InteractionVerdict.Below
                : InteractionVerdict.CannotTell,
        };
    }

    private static IEnumerable<Note> Notes(List<PolicyInteraction> effects, double level)
    {
        yield return new Note("no-proof-of-sums", Severity.Information,
            "Where an interval holds 0 we cannot tell whether gains add up; it is no evidence that they do.");
        if (effects.Count > 1)
        {
            yield return new Note("several-effects", Severity.Information, FormattableString.Invariant(
                $"{effects.Count} effects were looked at: of as many that are 0 in truth, intervals of {100 * level:0.##} % would miss {(1 - level) * effects.Count:0.##} on average. The limits for all together allow for that."));
        }

        string[] zero = [.. effects.Where(effect => effect.Verdict == InteractionVerdict.ExactlyZero).Select(effect => effect.Id)];
        if (zero.Length > 0)
        {
            yield return new Note("exactly-zero", Severity.Information,
                $"0 in every run, but for rounding: {string.Join(", ", zero)}. A lever of it reaches nobody or moves nothing, or the two do not meet in the model.");
        }
    }
}
