using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Spatial;

/// <summary>Isotropic weights in a rectangle, four pairs at a time.</summary>
/// <remarks>
/// A side at distance b cuts an arc of 2 arccos(b/d) off a circle of radius d; two sides whose half arcs α, β add up to
/// more than
/// a right angle cut α + β − π/2 twice, round their corner. Every lane is computed alone, so that the bits are the same
/// on any
/// machine.
/// </remarks>
internal sealed class RectangleArcWeights(ObservationWindow window, PairGrid grid) : EdgeWeights
{
    private static readonly Vector256<double> RightAngle = Vector256.Create(Math.PI / 2);

    public override double Safe(int place)
    {
        (double west, double east, double south, double north) = Sides(place);
        double nearest = Math.Min(Math.Min(west, east), Math.Min(south, north));
        return nearest * nearest;
    }

    public override void Fill(int place, PairBuffer pairs, int count, Reach reach)
    {
        (double west, double east, double south, double north) = Sides(place);
        Span<double> squares = pairs.Squared;
        for (int k = 0; k < count; k += Vector256<double>.Count)
        {
            Vector256<double> squared = Vector256.Create<double>(squares.Slice(k, Vector256<double>.Count));
            Vector256<double> inverse = Vector256<double>.One / Vector256.Sqrt(squared);
            Vector256<double> left = HalfArc(west, inverse, reach);
            Vector256<double> right = HalfArc(east, inverse, reach);
            Vector256<double> lower = HalfArc(south, inverse, reach);
            Vector256<double> upper = HalfArc(north, inverse, reach);
            Vector256<double> outside = left + right + lower + upper;
            outside += outside;
            outside -= (Corner(left, lower) + Corner(left, upper)) + (Corner(right, lower) + Corner(right, upper));
            Vector256<double> share = Vector256<double>.One - (outside * (0.5 / Math.PI));
            Vector256<double> weight = Vector256.ConditionalSelect(
                Vector256.GreaterThan(share, Vector256.Create(1 / Cap)), Vector256<double>.One / share, Vector256.Create(Cap));
            (weight - Vector256<double>.One).CopyTo(pairs.Excess, k);
        }
    }

    private static Vector256<double> HalfArc(double side, Vector256<double> inverse, Reach reach) =>
        side >= reach.Distance ? Vector256<double>.Zero : Arccosine.Of(Vector256.Min(inverse * side, Vector256<double>.One));

    private static Vector256<double> Corner(Vector256<double> first, Vector256<double> second) =>
        Vector256.Max(first + second - RightAngle, Vector256<double>.Zero);

    private (double West, double East, double South, double North) Sides(int place) => (
        Math.Max(0, grid.X[place] - window.MinX), Math.Max(0, window.MaxX - grid.X[place]),
        Math.Max(0, grid.Y[place] - window.MinY), Math.Max(0, window.MaxY - grid.Y[place]));
}
