namespace Karkhana.Methods.Concentration;

/// <summary>Plants counted by region and industry, and within an industry those of equal region and employment together,
/// to be drawn again.</summary>
internal sealed class EqualPlants
{
    private readonly IndustryPlants[] _industries;

    private EqualPlants(ActivityTable activity, int[] plants, IndustryPlants[] industries)
    {
        Activity = activity;
        Plants = plants;
        _industries = industries;
    }

    public ActivityTable Activity { get; }

    /// <summary>Gets the number of plants per region and industry, region after region.</summary>
    public int[] Plants { get; }

    public static EqualPlants Of(PlantTable plants)
    {
        plants.Check();
        double[] weights = plants.Weights();
        int[] regionOf = CodeList.Of(plants.Regions).Positions;
        CodeList industries = CodeList.Of(plants.Industries);
        ActivityTable activity = ActivityTable.Of(plants.Regions, plants.Industries, weights);
        int[] counts = new int[activity.Values.Count];
        Dictionary<(int Region, double Weight), int>[] kinds = [.. industries.Codes.Select(_ => new Dictionary<(int, double), int>())];
        for (int plant = 0; plant < weights.Length; plant++)
        {
            int industry = industries.Positions[plant];
            counts[(regionOf[plant] * kinds.Length) + industry]++;
            (int, double) kind = (regionOf[plant], weights[plant]);
            kinds[industry][kind] = kinds[industry].GetValueOrDefault(kind) + 1;
        }

        return new EqualPlants(activity, counts, [.. kinds.Select(IndustryPlants.Of)]);
    }

    public IndustryPlants Industry(int industry) => _industries[industry];

    /// <summary>The plants of one industry by kind: equal region and employment; in order, so that the order of the
    /// rows has no part in the draws.</summary>
    internal sealed record IndustryPlants(int[] Regions, double[] Weights, int[] Counts)
    {
        public static IndustryPlants Of(Dictionary<(int Region, double Weight), int> kinds)
        {
            (int Region, double Weight)[] order = [.. kinds.Keys.Order()];
            return new IndustryPlants(
                [.. order.Select(kind => kind.Region)],
                [.. order.Select(kind => kind.Weight)],
                [.. order.Select(kind => kinds[kind])]);
        }
    }
}
