namespace Karkhana.Methods.Spatial;

/// <summary>Makes up for the pairs that the border of the window hides: what the weight of a pair exceeds 1 by.</summary>
internal abstract class EdgeWeights
{
    /// <summary>The greatest isotropic weight.</summary>
    public const double Cap = 100;

    /// <summary>Makes the weights of a correction.</summary>
    public static EdgeWeights Of(EdgeCorrection correction, ObservationWindow window, PairGrid grid) => correction switch
    {
        EdgeCorrection.Isotropic when window.IsRectangle => new RectangleArcWeights(window, grid),
        EdgeCorrection.Isotropic => new PolygonArcWeights(window, grid),
        EdgeCorrection.Translation => new TranslationWeights(window, grid),
        _ => new NoWeights(),
    };

    /// <summary>Gives the squared distance up to which the pairs of a reference place weigh exactly 1.</summary>
    public abstract double Safe(int place);

    /// <summary>Fills in the excess for the first pairs of the buffer, none farther than the reach; what lies after them
    /// may be overwritten.</summary>
    public abstract void Fill(int place, PairBuffer pairs, int count, Reach reach);

    private sealed class NoWeights : EdgeWeights
    {
        public override double Safe(int place) => double.PositiveInfinity;

        public override void Fill(int place, PairBuffer pairs, int count, Reach reach) => pairs.Excess.AsSpan(0, count).Clear();
    }
}
