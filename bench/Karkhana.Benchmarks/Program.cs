using BenchmarkDotNet.Running;

// Run with: dotnet run -c Release --project bench/Karkhana.Benchmarks -- --filter '*MFunction*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
