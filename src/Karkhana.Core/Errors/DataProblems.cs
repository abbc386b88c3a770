using System.Globalization;

namespace Karkhana.Core.Errors;

/// <summary>Gathers every problem of a study before anything stops.</summary>
/// <remarks>
/// A register of a million rows may have the same fault in each: of one code in one column of one file only the first
/// <see cref="ShownPerKind"/> are kept and the others counted, so that the list stays readable and memory bounded.
/// </remarks>
public sealed class DataProblems
{
    /// <summary>How many problems of one kind, file and column are kept one by one.</summary>
    public const int ShownPerKind = 20;

    private readonly List<DataProblem> _kept = [];
    private readonly Dictionary<(string Code, string File, string? Column), Tally> _tallies = [];

    /// <summary>Gets a value indicating whether an error was gathered.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Gets the number of problems, including those that were only counted.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a problem.</summary>
    /// <param name="problem">The problem.</param>
    public void Add(DataProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        HasErrors |= problem.Severity == Severity.Error;
        Count++;
        (string, string, string?) key = (problem.Code, problem.File, problem.Column);
        if (!_tallies.TryGetValue(key, out Tally? tally))
        {
            tally = new Tally(problem);
            _tallies.Add(key, tally);
        }

        if (++tally.Count <= ShownPerKind)
        {
            _kept.Add(problem);
        }
    }

    /// <summary>Lists the problems: errors first, then by file and row; kinds that were cut off end with a line that
    /// counts them.</summary>
    /// <returns>The problems.</returns>
    public IReadOnlyList<DataProblem> ToList()
    {
        IEnumerable<DataProblem> counted = _tallies.Values
            .Where(tally => tally.Count > ShownPerKind)
            .Select(tally => tally.First with
            {
                Row = null,
                Found = string.Create(CultureInfo.InvariantCulture, $"{tally.Count - ShownPerKind} more like it"),
            });
        return
        [
            .. _kept.Concat(counted)
                .OrderByDescending(problem => problem.Severity)
                .ThenBy(problem => problem.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.Row ?? long.MaxValue)
                .ThenBy(problem => problem.Column, StringComparer.Ordinal)
                .ThenBy(problem => problem.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Stops when an error was gathered.</summary>
    /// <exception cref="StudyException">There is at least one error.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new StudyException(ToList());
        }
    }

    private sealed class Tally(DataProblem first)
    {
        public DataProblem First { get; } = first;

        public long Count { get; set; }
    }
}
