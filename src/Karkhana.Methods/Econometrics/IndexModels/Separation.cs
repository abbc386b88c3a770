using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A combination of columns that parts the answers, so that no finite estimate is the best.</summary>
/// <param name="Direction">The combination, in units of the columns' spreads; 0 for estimates that do not take
/// part.</param>
/// <param name="IsComplete">Whether it puts every row on its own side, not only some.</param>
/// <remarks>Where the likelihood has no maximum, Newton's steps turn into the direction along which it grows for ever. That
/// direction is a proof when no row disagrees with it. Source: Albert and Anderson 1984,
/// doi:10.1093/biomet/71.1.1.</remarks>
internal sealed record Separation(double[] Direction, bool IsComplete)
{
    private const double Doubtful = 6; // no index so large: no reason to look
    private const double Agreement = 1e-5; // of the greatest move
    private const double TakesPart = 1e-3; // of the greatest coefficient

    /// <summary>Looks whether the last step of a binary regression separates: (2y − 1)·x'd ≥ 0 for all rows, above 0 for
    /// some.</summary>
    public static Separation? Find(ScaledColumns scaled, double[] outcome, Ascent ascent)
    {
        if (!IsDoubtful(IndexLikelihood<LogitRow>.Index(scaled.Columns, ascent.Estimates)))
        {
            return null;
        }

        double[] moves = IndexLikelihood<LogitRow>.Index(scaled.Columns, ascent.LastStep);
        double[] least = [.. moves.Select((move, row) =>
            outcome[row] == 1 ? move : outcome[row] == 0 ? -move : -Math.Abs(move))];
        return Certify(ascent.LastStep, least, moves.Max(Math.Abs), step => scaled.RestoreConstant(step));
    }

    /// <summary>Says whether some index is so large that separation may be the reason.</summary>
    public static bool IsDoubtful(double[] index) => index.Any(value => Math.Abs(value) > Doubtful);

    /// <summary>Takes a step for a proof of separation when no row disagrees with it.</summary>
    /// <param name="step">The step, in units of the scaled columns.</param>
    /// <param name="least">How far it moves each row to its own side, at the least over the other answers.</param>
    /// <param name="reach">How far it moves any row at the most.</param>
    /// <param name="restore">Puts the constants of a step where all terms are 0, not where they are at their
    /// means.</param>
    public static Separation? Certify(double[] step, double[] least, double reach, Func<double[], double[]> restore)
    {
        double greatest = step.Max(Math.Abs);
        if (greatest == 0 || least.Any(move => move < -Agreement * reach))
        {
            return null;
        }

        return new Separation(
            [.. restore(step).Select(value => Math.Abs(value) > TakesPart * greatest ? value : 0)],
            least.All(move => move > Agreement * reach));
    }

    /// <summary>Gives the note that names the terms.</summary>
    /// <param name="terms">The names of the estimates.</param>
    /// <param name="isConstant">Says whether an estimate is a constant, which is named only where nothing else is.</param>
    /// <param name="remedy">What else the reader can do.</param>
    public Note Note(IReadOnlyList<string> terms, Func<int, bool> isConstant, string remedy = "")
    {
        int[] separating = [.. Enumerable.Range(0, terms.Count).Where(j => Direction[j] != 0)];
        int[] slopes = [.. separating.Where(j => !isConstant(j))];
        string[] named = [.. (slopes.Length > 0 ? slopes : separating).Select(j => terms[j])];
        string all = string.Join(", ", separating.Select(j => terms[j]));
        return new Note(
            "separation",
            Severity.Warning,
            $"{string.Join(", ", named)} {(named.Length == 1 ? "parts" : "together part")} the answers without error for {(IsComplete ? "all" : "some")} rows: {(IsComplete ? "complete" : "quasi-complete")} separation. The estimates of {all} have no limit and are shown as infinite; the others are {(IsComplete ? "not determined and shown as missing" : "those of the limit")}. Merge levels or drop the term{remedy}.");
    }

    /// <summary>Puts ±∞ where an estimate has no limit, NaN where nothing determines it.</summary>
    public double[] Mark(double[] estimates) =>
        [.. estimates.Select((estimate, j) =>
            Determines(j) ? estimate : Direction[j] == 0 ? double.NaN : Direction[j] > 0 ? double.PositiveInfinity : double.NegativeInfinity)];

    /// <summary>Puts NaN where an estimate has no limit or is not determined.</summary>
    public double[] MarkErrors(double[] errors) => [.. errors.Select((error, j) => Determines(j) ? error : double.NaN)];

    /// <summary>Puts NaN into the rows and columns of estimates without a limit or not determined.</summary>
    public Matrix<double> MarkCovariance(Matrix<double> covariance) => covariance.MapIndexed(
        (i, j, value) => Determines(i) && Determines(j) ? value : double.NaN, Zeros.Include);

    // In complete separation the likelihood reaches 1 whatever the others are: no row is left to tell them.
    private bool Determines(int estimate) => Direction[estimate] == 0 && !IsComplete;
}
