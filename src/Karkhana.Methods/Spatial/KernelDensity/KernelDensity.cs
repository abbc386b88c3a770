using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Kernel density of points on the plane.</summary>
public static class KernelDensity
{
    internal const string Source = "Diggle 1985, Applied Statistics 34, 138-147; Silverman 1986, Density Estimation, Chapman and Hall";

    /// <summary>Spreads each point by a kernel and adds up at each place.</summary>
    /// <remarks>
    /// Gaussian: Σ_j w_j exp(−d²/(2h²)) / (2πh²); Epanechnikov: Σ_j w_j 2/(πh²) (1 − d²/h²)₊. Uniform edge correction divides
    /// by the mass of the kernel round the place within the window: by error functions for the Gaussian in a rectangle,
    /// else by integration over the angle along the edges (Owen's T for the Gaussian, in closed form for Epanechnikov;
    /// absolute error below 1e-13). A place outside the window then has no density: NaN and a note.
    /// The Gaussian is first summed over the points within 8h, of 12h and at last of 39h, beyond which it is zero in double
    /// precision, until what may lie farther away is at most 1e-11 of the sum; where points are dense 8h is enough.
    /// Cost: the pairs of a place and a point that are so near, plus places times edges for a corrected polygon.
    /// Source: Diggle 1985, Applied Statistics 34, 138-147; Silverman 1986, Density Estimation, Chapman and Hall; Owen 1956,
    /// Annals of Mathematical Statistics 27, 1075-1090 (T function).
    /// Agrees with: the formula, relative 1e-10; spatstat 3.0 density.ppp(at = "points"), relative 1e-6, and 1e-3 with edge
    /// correction, which it reads off pixels.
    /// </remarks>
    /// <param name="input">Points, places, window.</param>
    /// <param name="options">Bandwidth, kernel, corrections.</param>
    /// <param name="execution">Not used: the sums run on one thread.</param>
    /// <param name="cancellationToken">Looked at between places.</param>
    /// <returns>The density at each place.</returns>
    /// <exception cref="ArgumentException">A coordinate, weight or the bandwidth is refused, a point lies outside the window, the
    /// edge is to be corrected without window, or a point to be left out at a place that is none.</exception>
    public static KernelDensityResult Estimate(
        KernelDensityInput input,
        KernelDensityOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        input.Check(options);
        KernelDensityKernel kernel = new(input.Points, options);
        PointPattern places = input.Locations ?? input.Points;
        double[] densities = new double[places.Count];
        for (int i = 0; i < densities.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            densities[i] = kernel.At(places.X[i], places.Y[i], options.LeaveOneOut ? i : -1);
        }

        int outside = options.Edge == DensityEdge.Uniform ? Correct(densities, places, input.Window!, options) : 0;
        return new KernelDensityResult(
            densities,
            outside == 0 ? [] : [new Note("location-outside-window", Severity.Warning, FormattableString.Invariant($"{outside} places lie outside the window and have no corrected density."))],
            new Provenance(
                "spatial.kernel-density",
                FormattableString.Invariant($"bandwidth = {options.Bandwidth}, kernel = {options.Kernel}, leave_one_out = {options.LeaveOneOut}, edge = {options.Edge}, weighted = {options.Weighted}"),
                Source));
    }

    private static int Correct(double[] densities, PointPattern places, ObservationWindow window, KernelDensityOptions options)
    {
        KernelMass mass = new(window, options.Kernel, options.Bandwidth);
        int outside = 0;
        for (int i = 0; i < densities.Length; i++)
        {
            bool inside = window.Contains(places.X[i], places.Y[i]);
            outside += inside ? 0 : 1;
            densities[i] = inside ? densities[i] / mass.At(places.X[i], places.Y[i]) : double.NaN;
        }

        return outside;
    }
}
