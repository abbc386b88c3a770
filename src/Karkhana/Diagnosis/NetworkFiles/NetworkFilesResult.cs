namespace Karkhana.Diagnosis.NetworkFiles;

/// <summary>What was written of the ties of a study.</summary>
/// <param name="Firms">The firms.</param>
/// <param name="Ties">The ties, each once per kind and wave.</param>
/// <param name="Kinds">The kinds of ties.</param>
/// <param name="Waves">The waves.</param>
/// <param name="WithParties">Ties left out because one end is not a firm of the register.</param>
/// <param name="MatricesLeftOut">Whether matrices for RSiena were left out because there are too many firms.</param>
public sealed record NetworkFilesResult(
    int Firms, int Ties, IReadOnlyList<string> Kinds, IReadOnlyList<int> Waves, int WithParties, bool MatricesLeftOut);
