namespace Karkhana.Methods.Spatial;

/// <summary>Points taken together by place.</summary>
internal sealed class Spots
{
    private Spots(PairSet.Side side) => Side = side;

    /// <summary>Gets the places, with the sum of weights where points have weights.</summary>
    public PairSet.Side Side { get; private init; }

    /// <summary>Gets how many points lie at each place; null when every point is its own place.</summary>
    public double[]? Counts { get; private init; }

    /// <summary>Gets the number of pairs of points on one spot.</summary>
    public double PairsOnSpots { get; private init; }

    /// <summary>Gets the sum of the products of weights of pairs on one spot.</summary>
    public double WeightOnSpots { get; private init; }

    /// <summary>Takes points together when there are many and at most half as many places.</summary>
    public static Spots Of(PairSet.Side side, int manyPoints)
    {
        if (side.Count < manyPoints)
        {
            return new Spots(side);
        }

        PointPlaces places = PointPlaces.Of(side.X, side.Y);
        return places.Count > side.Count / 2 ? new Spots(side) : Together(side, places);
    }

    public double[] CountsOrOnes() => Counts ?? Ones();

    public double[] WeightsOrOnes() => Side.Weights ?? CountsOrOnes();

    private double[] Ones()
    {
        double[] ones = new double[Side.Count];
        Array.Fill(ones, 1);
        return ones;
    }

    private static Spots Together(PairSet.Side side, PointPlaces places)
    {
        double[] counts = new double[places.Count];
        double[]? weights = side.Weights is null ? null : new double[places.Count];
        double squares = 0;
        for (int i = 0; i < side.Count; i++)
        {
            int place = places.PlaceOf[i];
            counts[place]++;
            if (weights is not null)
            {
                weights[place] += side.Weights![i];
                squares += side.Weights[i] * side.Weights[i];
            }
        }

        double pairs = 0;
        double weightSquares = 0;
        for (int place = 0; place < places.Count; place++)
        {
            pairs += counts[place] * (counts[place] - 1) / 2;
            weightSquares += weights is null ? 0 : weights[place] * weights[place];
        }

        return new Spots(new PairSet.Side(places.X, places.Y, weights))
        {
            Counts = counts,
            PairsOnSpots = pairs,
            WeightOnSpots = Math.Max(0, (weightSquares - squares) / 2),
        };
    }
}
