using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>Finds units by their ids.</summary>
internal sealed class UnitPositions
{
    private const int MostNamed = 5;
    private readonly string _input;
    private readonly Dictionary<string, int> _positions;

    /// <param name="ids">The ids, all different.</param>
    /// <param name="input">The input that they came in, for messages.</param>
    public UnitPositions(IReadOnlyList<string> ids, string input)
    {
        _input = input;
        _positions = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (int unit = 0; unit < ids.Count; unit++)
        {
            Require.That(_positions.TryAdd(ids[unit], unit), input, $"must have each id once; {ids[unit]} came again");
        }
    }

    /// <summary>Gives the positions of the units that a column names.</summary>
    /// <param name="column">The ids.</param>
    /// <param name="input">The input that the column came in, for messages.</param>
    /// <param name="role">The role of the column.</param>
    /// <returns>The positions.</returns>
    public int[] Of(string[] column, string input, string role)
    {
        int[] found = new int[column.Length];
        for (int link = 0; link < found.Length; link++)
        {
            if (!_positions.TryGetValue(column[link], out found[link]))
            {
                IEnumerable<string> unknown = column.Where(id => !_positions.ContainsKey(id)).Distinct().Take(MostNamed);
                Require.That(false, input, $"must name units of the {_input} in {role}; these are not among them: {string.Join(", ", unknown)}");
            }
        }

        return found;
    }
}
