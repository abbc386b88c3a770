using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A combination of columns that separates yes from no, so that no finite estimate is the best.</summary>
/// <param name="Direction">The combination, in units of the columns' spreads; 0 for columns that do not take
/// part.</param>
/// <param name="IsComplete">Whether it puts every row on its own side, not only some.</param>
/// <remarks>Where the likelihood has no maximum, Newton's steps turn into the direction along which it grows for ever. That
/// direction d is a proof when no row disagrees with it: (2y − 1)·x'd ≥ 0 for all, above 0 for some. Source: Albert and
/// Anderson 1984, doi:10.1093/biomet/71.1.1.</remarks>
internal sealed record Separation(double[] Direction, bool IsComplete)
{
    private const double Doubtful = 6; // no index so large: no reason to look
    private const double Agreement = 1e-5; // of the greatest x'd
    private const double TakesPart = 1e-3; // of the greatest coefficient

    /// <summary>Looks whether the last step of an ascent separates.</summary>
    public static Separation? Find(ScaledColumns scaled, double[] outcome, Ascent ascent)
    {
        double[] index = IndexLikelihood<LogitRow>.Index(scaled.Columns, ascent.Estimates);
        double greatest = ascent.LastStep.Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (!index.Any(value => Math.Abs(value) > Doubtful) || greatest == 0)
        {
            return null;
        }

        double[] sides = IndexLikelihood<LogitRow>.Index(scaled.Columns, ascent.LastStep);
        double reach = sides.Max(Math.Abs);
        bool complete = true;
        for (int row = 0; row < sides.Length; row++)
        {
            double side = outcome[row] == 1 ? sides[row] : outcome[row] == 0 ? -sides[row] : -Math.Abs(sides[row]);
            if (side < -Agreement * reach)
            {
                return null;
            }

            complete &= side > Agreement * reach;
        }

        double[] direction = [.. ascent.LastStep];
        if (scaled.HasConstant)
        {
            direction[0] = scaled.Restore(ascent.LastStep)[0]; // where all terms are 0, not where they are at their means
        }

        return new Separation([.. direction.Select(value => Math.Abs(value) > TakesPart * greatest ? value : 0)], complete);
    }

    /// <summary>Gives the note that names the terms.</summary>
    public Note Note(IReadOnlyList<string> terms)
    {
        string[] separating = [.. terms.Where((_, j) => Direction[j] != 0)];
        string[] named = separating is ["intercept", ..] && separating.Length > 1 ? separating[1..] : separating;
        string rows = IsComplete ? "all rows" : "some rows";
        return new Note(
            "separation",
            Severity.Warning,
            $"{string.Join(", ", named)} {(named.Length == 1 ? "tells" : "together tell")} yes from no without error for {rows}: {(IsComplete ? "complete" : "quasi-complete")} separation. The estimates of {string.Join(", ", separating)} have no limit and are shown as infinite; the others are those of the limit. Merge levels, drop the term, or set ridge above 0 (1 is mild).");
    }

    /// <summary>Puts ±∞ where an estimate has no limit.</summary>
    public double[] Mark(double[] estimates) =>
        [.. estimates.Select((estimate, j) => Direction[j] == 0 ? estimate : Direction[j] > 0 ? double.PositiveInfinity : double.NegativeInfinity)];

    /// <summary>Puts NaN where an estimate has no limit.</summary>
    public double[] MarkErrors(double[] errors) => [.. errors.Select((error, j) => Direction[j] == 0 ? error : double.NaN)];

    /// <summary>Puts NaN into the rows and columns of estimates without a limit.</summary>
    public Matrix<double> MarkCovariance(Matrix<double> covariance) => covariance.MapIndexed((i, j, value) =>
        Direction[i] == 0 && Direction[j] == 0 ? value : double.NaN, Zeros.Include);
}
