using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The note about terms that other terms already determine.</summary>
internal static class AliasedTerms
{
    public static IReadOnlyList<Note> Notes(DesignMatrix design) => design.Aliased.Length == 0
        ? []
        : [new Note(
            "aliased-terms",
            Severity.Warning,
            $"Left out, because the terms before them determine them: {string.Join(", ", design.Aliased)}. The other estimates are as if they were not asked for.")];
}
