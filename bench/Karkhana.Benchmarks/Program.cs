using BenchmarkDotNet.Running;
using Karkhana.Benchmarks.Registers;

// Run with: dotnet run -c Release --project bench/Karkhana.Benchmarks -- --filter '*MFunction*'
// Whole registers, once each: -- registers [m] [both|concentration] [firms:industries:draws …]
if (args is ["registers", .. string[] rest])
{
    RegisterRun.Run(rest);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
