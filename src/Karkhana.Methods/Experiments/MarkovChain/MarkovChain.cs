using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>Where a chain of states settles, and how fast.</summary>
public static class MarkovChain
{
    internal const string Source =
        "Kemeny & Snell 1960, Finite Markov Chains; Shorrocks 1978, doi:10.2307/1913831; Grassmann, Taksar & Heyman 1985, doi:10.1287/opre.33.5.1107";

    // A modulus this close to 1 is 1 but for rounding.
    private const double Rounding = 1e-12;

    /// <summary>Computes long-run shares, passage times and mobility.</summary>
    /// <remarks>
    /// π = πP; mean recurrence 1/π; mean first passage m_ij = (z_jj − z_ij)/π_j with Z = (I − P + 1π)⁻¹, diagonal 0; Shorrocks
    /// (n − tr P)/(n − 1); eigenvalue mobility 1 − |λ₂|; half-life ln 2/−ln|λ₂|; transition power Pᵏ. Where some states are left
    /// for good, passages are solved for each target, infinite where it may never be reached; with several sets that are never
    /// left, long-run shares depend on the start: NaN and a note. In a chain with a period shares are those of time, for its
    /// probabilities do not settle: a note. Assumes that the next state depends on the last one only and probabilities that stay.
    /// Cost: n³; n⁴ when some states are left for good. Source: Kemeny and Snell 1960, Finite Markov Chains, theorem 4.4.7;
    /// Shorrocks 1978, doi:10.2307/1913831; Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107 (long-run shares).
    /// Agrees with: the formulas in R 4.2, relative 1e-12.
    /// </remarks>
    /// <param name="transitions">The transition probabilities.</param>
    /// <param name="options">Steps of the power.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The properties of the chain.</returns>
    /// <exception cref="ArgumentException">Fewer than two states, a pair that comes twice, or probabilities that do not add to
    /// 1.</exception>
    public static MarkovChainResult Estimate(
        TransitionTable transitions,
        MarkovChainOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transitions);
        options ??= new MarkovChainOptions();
        (string[] states, Matrix<double> matrix) = transitions.Checked();
        StateClasses classes = new(matrix);
        double[] stationary = LongRun.Stationary(matrix, classes);
        double[] moduli = LongRun.Moduli(matrix);
        double second = moduli[1] > 1 - Rounding ? 1 : moduli[1];
        return new MarkovChainResult
        {
            States = states,
            Stationary = stationary,
            MeanFirstPassage = LongRun.MeanFirstPassage(matrix, classes, stationary),
            TransitionPower = matrix.Power(options.Power).ToRowMajorArray(),
            Shorrocks = (states.Length - matrix.Trace()) / (states.Length - 1),
            EigenvalueMobility = 1 - second,
            HalfLife = second == 1 ? double.PositiveInfinity : Math.Log(2) / -Math.Log(second),
            Notes = [.. Notes(states, classes, second)],
            Provenance = new Provenance(
                "experiments.markov-chain", FormattableString.Invariant($"power = {options.Power}"), Source),
        };
    }

    private static IEnumerable<Note> Notes(string[] states, StateClasses classes, double second)
    {
        if (classes.Closed.Length > 1)
        {
            yield return new Note("depends-on-start", Severity.Warning, FormattableString.Invariant(
                $"{classes.Closed.Length} sets of states are never left, so that long-run shares depend on the start and are not given."));
        }
        else if (second == 1)
        {
            yield return new Note("periodic", Severity.Information,
                "The chain has a period: the stationary shares are shares of time, and the probabilities of single steps do not settle.");
        }

        int[] staying = [.. classes.Closed.SelectMany(own => own)];
        string[] transient = [.. states.Where((_, state) => !staying.Contains(state))];
        if (transient.Length > 0)
        {
            yield return new Note("transient-states", Severity.Information, FormattableString.Invariant(
                $"Left for good in the long run: {string.Join(", ", transient)}."));
        }
    }
}
