using Karkhana.Core.Tables;
using Shouldly;
using Xunit;

namespace Karkhana.ConventionTests;

/// <summary>Core's rooms are a fixed list, so that it cannot become a drawer.</summary>
public sealed class CoreNamespaceTests
{
    private static readonly string[] Rooms =
    [
        "Karkhana.Core.Documents", "Karkhana.Core.Effort", "Karkhana.Core.Errors", "Karkhana.Core.Exchange", "Karkhana.Core.Execution",
        "Karkhana.Core.Inference", "Karkhana.Core.Kernels", "Karkhana.Core.Maps", "Karkhana.Core.Measures", "Karkhana.Core.Policies",
        "Karkhana.Core.Randomness", "Karkhana.Core.Results", "Karkhana.Core.Tables",
    ];

    [Fact]
    public void Core_has_the_namespaces_of_the_list_and_no_other() =>
        typeof(Table).Assembly.GetExportedTypes().Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal).ShouldBe(Rooms);
}
