namespace Karkhana.Methods.Spatial;

/// <summary>Weights of the neighbours that a search finds, whatever its distances are.</summary>
internal sealed class SearchedSums(
    PointPattern points, IReadOnlyList<double> distances, (bool[] Numerator, bool[]? Denominator) counting, NeighbourSearch search)
    : NeighbourSums
{
    private readonly double[] _weights = points.WeightsOrOnes();
    private readonly RadiusBins _radii = new(distances);

    public override void Gather(
        int point, double[] numerator, double[] denominator, List<(int Position, double Distance)> found)
    {
        Array.Clear(numerator);
        Array.Clear(denominator);
        search.Within(point, _radii.Greatest, found);
        foreach ((int position, double distance) in found)
        {
            int bin = _radii.Of(distance);
            numerator[bin] += counting.Numerator[position] ? _weights[position] : 0;
            denominator[bin] += counting.Denominator?[position] != false ? _weights[position] : 0;
        }

        Cumulate(numerator);
        Cumulate(denominator);
    }
}
