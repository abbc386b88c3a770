using Karkhana.Core.Tables;

namespace Karkhana.Core.Results;

/// <summary>A result that people can read as a table.</summary>
public interface ITidyResult
{
    /// <summary>Gets what the reader must know: islands dropped, cells small, not converged.</summary>
    IReadOnlyList<Note> Notes { get; }

    /// <summary>Gets what made this result.</summary>
    Provenance Provenance { get; }

    /// <summary>Gives one row per quantity in the shared column words.</summary>
    /// <returns>The table.</returns>
    Table ToTable();
}
