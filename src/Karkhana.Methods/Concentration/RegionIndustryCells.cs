using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Concentration;

/// <summary>Plants added up by region and industry, region after region; pairs without a plant take no room.</summary>
internal sealed class RegionIndustryCells
{
    private readonly int[] _starts;
    private readonly int[] _industries;
    private readonly double[] _employment;
    private readonly int[] _plants;

    private RegionIndustryCells(CodeList regions, CodeList industries, int[] starts, Builder cells)
    {
        (Regions, Industries) = (regions, industries);
        _starts = starts;
        (_industries, _employment, _plants) = ([.. cells.Industries], [.. cells.Employment], [.. cells.Plants]);
        IndustryTotals = new double[industries.Codes.Length];
        IndustryPlants = new int[industries.Codes.Length];
        for (int cell = 0; cell < _industries.Length; cell++)
        {
            IndustryTotals[_industries[cell]] += _employment[cell];
            IndustryPlants[_industries[cell]] += _plants[cell];
        }
    }

    public CodeList Regions { get; }

    public CodeList Industries { get; }

    /// <summary>Gets the employment of each industry.</summary>
    public double[] IndustryTotals { get; }

    /// <summary>Gets the number of plants of each industry.</summary>
    public int[] IndustryPlants { get; }

    /// <summary>Adds up a table that was checked.</summary>
    /// <remarks>Cost: plants, plus the cells of each region times the logarithm of their number.</remarks>
    public static RegionIndustryCells Of(PlantTable plants, CodeList regions, double[] weights)
    {
        CodeList industries = CodeList.Of(plants.Industries);
        ReadOnlySpan<int> regionOf = regions.Positions.AsSpan(0, weights.Length); // a reference may list further rows
        GroupedRows byRegion = new(regionOf, regions.Codes.Length);
        int[] starts = new int[regions.Codes.Length + 1];
        Builder cells = new(industries.Codes.Length);
        for (int r = 0; r < regions.Codes.Length; r++)
        {
            foreach (int plant in byRegion.Of(r))
            {
                cells.Add(industries.Positions[plant], weights[plant]);
            }

            cells.EndRegion();
            starts[r + 1] = cells.Industries.Count;
        }

        return new RegionIndustryCells(regions, industries, starts, cells);
    }

    /// <summary>Gives the industries of a region, in order.</summary>
    public ReadOnlySpan<int> IndustriesOf(int region) => Span(_industries, region);

    /// <summary>Gives their employment in it.</summary>
    public ReadOnlySpan<double> EmploymentOf(int region) => Span(_employment, region);

    /// <summary>Gives the number of their plants in it.</summary>
    public ReadOnlySpan<int> PlantsOf(int region) => Span(_plants, region);

    private ReadOnlySpan<T> Span<T>(T[] cells, int region) => cells.AsSpan(_starts[region].._starts[region + 1]);

    private sealed class Builder(int industries)
    {
        private readonly double[] _employment = new double[industries];
        private readonly int[] _plants = new int[industries];
        private readonly List<int> _touched = [];

        public List<int> Industries { get; } = [];

        public List<double> Employment { get; } = [];

        public List<int> Plants { get; } = [];

        public void Add(int industry, double weight)
        {
            if (_plants[industry]++ == 0)
            {
                _touched.Add(industry);
            }

            _employment[industry] += weight;
        }

        public void EndRegion()
        {
            _touched.Sort();
            foreach (int industry in _touched)
            {
                Industries.Add(industry);
                Employment.Add(_employment[industry]);
                Plants.Add(_plants[industry]);
                (_employment[industry], _plants[industry]) = (0, 0);
            }

            _touched.Clear();
        }
    }
}
