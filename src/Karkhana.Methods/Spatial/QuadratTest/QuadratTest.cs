using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The chi-square test of an even scatter on a grid of tiles.</summary>
public static class QuadratTest
{
    internal const string Source = "Greig-Smith 1952, Annals of Botany 16, 293-316";

    private const double OnBorder = 1e-9;
    private const double SmallExpectation = 5;

    /// <summary>Counts points in equal tiles and compares the counts.</summary>
    /// <remarks>
    /// Statistic = Σ_k (n_k − n/m)² / (n/m) over m = nx · ny tiles of the rectangle, m − 1 degrees of freedom, p = 2 min(lower
    /// tail, upper tail). A point on an inner border of tiles (or within a 10⁻⁹ of a tile's width) belongs to the left or
    /// lower tile. No point gives NaN and a note; fewer than five expected per tile a note.
    /// Cost: linear in points and tiles.
    /// Source: Greig-Smith 1952, Annals of Botany 16, 293-316.
    /// Agrees with: spatstat 3.0 quadrat.test, relative 1e-9.
    /// </remarks>
    /// <param name="pattern">Points and a rectangular window.</param>
    /// <param name="options">Tiles and type.</param>
    /// <param name="execution">Not used: counting runs on one thread.</param>
    /// <param name="cancellationToken">Looked at once.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">The window is no rectangle, a point lies outside, a coordinate is refused, or no
    /// point is of the type.</exception>
    public static QuadratTestResult Estimate(
        WindowedPattern pattern,
        QuadratTestOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        cancellationToken.ThrowIfCancellationRequested();
        Require.That(pattern.Window.IsRectangle, nameof(pattern.Window), "must be a rectangle along the axes for tiles of equal area");
        bool[] selected = PointSelection.Of(pattern.Points, options.Reference, nameof(options.Reference));
        int[] counts = Count(pattern, selected, options);
        double expected = (double)selected.Count(chosen => chosen) / counts.Length;
        double statistic = 0;
        foreach (int count in counts)
        {
            statistic += (count - expected) * (count - expected) / expected;
        }

        int degrees = counts.Length - 1;
        return new QuadratTestResult(
            statistic, degrees, PValue(statistic, degrees), counts, [.. Notes(expected)],
            new Provenance("spatial.quadrat-test", FormattableString.Invariant($"nx = {options.Nx}, ny = {options.Ny}, reference = {options.Reference}"), Source));
    }

    private static int[] Count(WindowedPattern pattern, bool[] selected, QuadratTestOptions options)
    {
        (PointPattern points, ObservationWindow window) = pattern;
        int[] counts = new int[options.Nx * options.Ny];
        for (int i = 0; i < selected.Length; i++)
        {
            if (selected[i])
            {
                int column = Tile((points.X[i] - window.MinX) / (window.MaxX - window.MinX), options.Nx);
                int row = Tile((points.Y[i] - window.MinY) / (window.MaxY - window.MinY), options.Ny);
                counts[((options.Ny - 1 - row) * options.Nx) + column]++;
            }
        }

        return counts;
    }

    private static int Tile(double share, int tiles) =>
        Math.Clamp((int)Math.Ceiling((share * tiles) - OnBorder) - 1, 0, tiles - 1);

    private static double PValue(double statistic, int degrees) => double.IsNaN(statistic) || degrees == 0
        ? double.NaN
        : 2 * Math.Min(ChiSquare.LowerTail(statistic, degrees, 0), ChiSquare.UpperTail(statistic, degrees));

    private static IEnumerable<Note> Notes(double expected)
    {
        if (expected == 0)
        {
            yield return new Note("too-few-points", Severity.Warning, "There are no points, so there is nothing to compare.");
        }
        else if (expected < SmallExpectation)
        {
            yield return new Note("small-expected-counts", Severity.Warning, FormattableString.Invariant(
                $"{expected:0.###} points are expected in a tile; below {SmallExpectation} the chi-square law is a poor guide. Take fewer tiles."));
        }
    }
}
