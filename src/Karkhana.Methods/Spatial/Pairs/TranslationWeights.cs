namespace Karkhana.Methods.Spatial;

/// <summary>Translation weights: area of the window over the area it shares with itself moved from one point to the
/// other.</summary>
internal sealed class TranslationWeights(ObservationWindow window, PairGrid grid) : EdgeWeights
{
    public override double Safe(int place) => -1;

    public override void Fill(int place, PairBuffer pairs, int count, Reach reach)
    {
        (double x, double y) = (grid.X[place], grid.Y[place]);
        for (int k = 0; k < count; k++)
        {
            int other = pairs.Places[k];
            pairs.Excess[k] = (window.Area / window.OverlapWhenMoved(grid.X[other] - x, grid.Y[other] - y)) - 1;
        }
    }
}
