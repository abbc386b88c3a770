namespace Karkhana.Methods.Spatial;

/// <summary>Isotropic weights in a window of any shape.</summary>
internal sealed class PolygonArcWeights(ObservationWindow window, PairGrid grid) : EdgeWeights
{
    private readonly CircleArcs _arcs = new(window);

    public override double Safe(int place)
    {
        double distance = window.DistanceToBorder(grid.X[place], grid.Y[place]);
        return distance * distance;
    }

    public override void Fill(int place, PairBuffer pairs, int count, Reach reach)
    {
        _arcs.Centre(grid.X[place], grid.Y[place], reach.Distance);
        for (int k = 0; k < count; k++)
        {
            double share = _arcs.Share(Math.Sqrt(pairs.Squared[k]));
            pairs.Excess[k] = (share > 1 / Cap ? 1 / share : Cap) - 1;
        }
    }
}
