using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>The probabilities of moving from one state to another in one step; pairs that are not listed have none.</summary>
/// <param name="From">The states before the step.</param>
/// <param name="To">The states after it.</param>
/// <param name="Probabilities">The probabilities.</param>
public sealed record TransitionTable(IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<double> Probabilities)
{
    private const double Rounding = 1e-6;

    /// <summary>Reads the input <c>transitions</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The transitions.</returns>
    public static TransitionTable Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("transitions");
        return new TransitionTable(table.Texts("from"), table.Texts("to"), table.CompleteNumbers("probability"));
    }

    /// <summary>Gives the states in the order in which they come first, and their matrix.</summary>
    /// <remarks>Each row is divided by its sum, which may miss 1 by printing: probabilities with six digits are enough.</remarks>
    internal (string[] States, Matrix<double> Matrix) Checked()
    {
        Require.SameLength(From.Count, To.Count, nameof(To));
        Require.SameLength(From.Count, Probabilities.Count, nameof(Probabilities));
        string[] states = [.. From.Concat(To).Distinct(StringComparer.Ordinal)];
        Require.That(states.Length >= 2, "transitions", FormattableString.Invariant($"must hold at least two states; it held {states.Length}"));
        Dictionary<string, int> places = states.Select((state, place) => (state, place)).ToDictionary(own => own.state, own => own.place, StringComparer.Ordinal);
        double[,] matrix = new double[states.Length, states.Length];
        HashSet<(int, int)> seen = [];
        for (int row = 0; row < From.Count; row++)
        {
            (int from, int to) = (places[From[row]], places[To[row]]);
            bool fits = Probabilities[row] is >= 0 and <= 1 && seen.Add((from, to));
            Require.That(fits, "transitions", fits ? "" : FormattableString.Invariant(
                $"must give each pair once, with a probability in [0, 1]; row {row + 1} was {From[row]} to {To[row]}, {Probabilities[row]}"));
            matrix[from, to] = Probabilities[row];
        }

        for (int from = 0; from < states.Length; from++)
        {
            double sum = Sums.Sum([.. Enumerable.Range(0, states.Length).Select(to => matrix[from, to])]);
            Require.That(Math.Abs(sum - 1) <= Rounding, "transitions", FormattableString.Invariant(
                $"must give each state probabilities that add to 1, also one that is never left; those from {states[from]} add to {sum}"));
            for (int to = 0; to < states.Length; to++)
            {
                matrix[from, to] /= sum;
            }
        }

        return (states, Matrix<double>.Build.DenseOfArray(matrix));
    }
}
