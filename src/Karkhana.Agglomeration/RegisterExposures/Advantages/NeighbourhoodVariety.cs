namespace Karkhana.Agglomeration;

/// <summary>DE04: variety of the industries near; the less of it, the more lock-in.</summary>
internal static class NeighbourhoodVariety
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, RegisterExposureOptions options)
    {
        double radius = options.NearKilometres;
        IndustryCodes codes = around.Codes;
        Counter counter = new(codes, radius);
        yield return new IndicatorRule(
            "DE04", FormattableString.Invariant($"variety of industries within {radius} km"), "nats",
            here => counter.At(here)?.Total ?? double.NaN)
        {
            LessIsMore = true,
        };
        if (codes.HasGroups)
        {
            yield return new IndicatorRule(
                "DE04", FormattableString.Invariant($"related variety within {radius} km"), "nats",
                here => counter.At(here)?.Related ?? double.NaN)
            {
                LessIsMore = true,
            };
        }
    }

    /// <summary>Counts the industries around a firm once, whatever is asked of the counts.</summary>
    private sealed class Counter(IndustryCodes codes, double radius)
    {
        private readonly Dictionary<int, int> _counts = [];
        private int _index = -1;
        private Variety? _variety;

        /// <summary>Gives the variety, or null without neighbours: there is no local knowledge to be locked in.</summary>
        public Variety? At(Surroundings here)
        {
            if (_index == here.Index)
            {
                return _variety;
            }

            _index = here.Index;
            _counts.Clear();
            foreach (Neighbour other in here.All)
            {
                if (other.Kilometres <= radius)
                {
                    int code = codes.Codes[other.Position];
                    _counts[code] = _counts.GetValueOrDefault(code) + 1;
                }
            }

            _variety = _counts.Count == 0 ? null : Variety.Of(_counts, codes.Groups);
            return _variety;
        }
    }
}
