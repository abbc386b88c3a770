namespace Karkhana.Core.Measures;

/// <summary>All measures by id.</summary>
public sealed class MeasureRegistry
{
    private readonly SortedDictionary<string, Measure> _measures = new(StringComparer.Ordinal);

    /// <summary>Initialises the registry.</summary>
    /// <param name="measures">The measures, each id once.</param>
    /// <exception cref="ArgumentException">An id comes twice.</exception>
    public MeasureRegistry(IEnumerable<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        foreach (Measure measure in measures)
        {
            if (!_measures.TryAdd(measure.Id, measure))
            {
                throw new ArgumentException($"The measure {measure.Id} is registered twice.", nameof(measures));
            }
        }
    }

    /// <summary>Gets all measures in the order of their ids.</summary>
    public IReadOnlyCollection<Measure> All => _measures.Values;

    /// <summary>Finds a measure.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The measure, or null when there is none of that id.</returns>
    public Measure? Find(string id) => _measures.GetValueOrDefault(id);
}
