/**
 * Every class that `hardware.device` may hold.
 *
 * One entry a type, as the vim25 API reference (release 9.0) defines it: name in XML, name in vmodl;
 * indented below them `< base type`,
 * then the type's own fields in schema order as `name:type`, `[]` for lists, `ref.X` for a reference to a managed
 * object of class X. Read by `vim25-types.ts`.
 */
export const DEVICE_TYPES = `
VirtualDevice vim.vm.device.VirtualDevice
  key:int deviceInfo:Description backing:VirtualDeviceBackingInfo connectable:VirtualDeviceConnectInfo
  slotInfo:VirtualDeviceBusSlotInfo controllerKey:int unitNumber:int numaNode:int
  deviceGroupInfo:VirtualDeviceDeviceGroupInfo
VirtualDisk vim.vm.device.VirtualDisk
  < VirtualDevice
  capacityInKB:long capacityInBytes:long shares:SharesInfo storageIOAllocation:StorageIOAllocationInfo
  diskObjectId:string vFlashCacheConfigInfo:VirtualDiskVFlashCacheConfigInfo iofilter:string[] vDiskId:ID
  vDiskVersion:int virtualDiskFormat:string nativeUnmanagedLinkedClone:boolean
  independentFilters:VirtualMachineBaseIndependentFilterSpec[] guestReadOnly:boolean diskChainBrokenIssue:string
VirtualEthernetCard vim.vm.device.VirtualEthernetCard
  < VirtualDevice
  addressType:string macAddress:string wakeOnLanEnabled:boolean
  resourceAllocation:VirtualEthernetCardResourceAllocation externalId:string uptCompatibilityEnabled:boolean
  subnetId:string
VirtualFloppy vim.vm.device.VirtualFloppy
  < VirtualDevice
VirtualKeyboard vim.vm.device.VirtualKeyboard
  < VirtualDevice
VirtualNVDIMM vim.vm.device.VirtualNVDIMM
  < VirtualDevice
  capacityInMB:long configuredCapacityInMB:long
VirtualPCIPassthrough vim.vm.device.VirtualPCIPassthrough
  < VirtualDevice
VirtualPCNet32 vim.vm.device.VirtualPCNet32
  < VirtualEthernetCard
VirtualParallelPort vim.vm.device.VirtualParallelPort
  < VirtualDevice
VirtualPointingDevice vim.vm.device.VirtualPointingDevice
  < VirtualDevice
VirtualPrecisionClock vim.vm.device.VirtualPrecisionClock
  < VirtualDevice
VirtualSCSIPassthrough vim.vm.device.VirtualSCSIPassthrough
  < VirtualDevice
VirtualSerialPort vim.vm.device.VirtualSerialPort
  < VirtualDevice
  yieldOnPoll:boolean
VirtualSoundCard vim.vm.device.VirtualSoundCard
  < VirtualDevice
VirtualSriovEthernetCard vim.vm.device.VirtualSriovEthernetCard
  < VirtualEthernetCard
  allowGuestOSMtuChange:boolean sriovBacking:VirtualSriovEthernetCardSriovBackingInfo
  dvxBackingInfo:VirtualPCIPassthroughDvxBackingInfo
VirtualTPM vim.vm.device.VirtualTPM
  < VirtualDevice
  endorsementKeyCertificateSigningRequest:base64Binary[] endorsementKeyCertificate:base64Binary[]
VirtualUSB vim.vm.device.VirtualUSB
  < VirtualDevice
  connected:boolean vendor:int product:int family:string[] speed:string[]
VirtualMachineVMCIDevice vim.vm.device.VirtualVMCIDevice
  < VirtualDevice
  id:long allowUnrestrictedCommunication:boolean filterEnable:boolean
  filterInfo:VirtualMachineVMCIDeviceFilterInfo
VirtualMachineVMIROM vim.vm.device.VirtualVMIROM
  < VirtualDevice
VirtualMachineVideoCard vim.vm.device.VirtualVideoCard
  < VirtualDevice
  videoRamSizeInKB:long numDisplays:int useAutoDetect:boolean enable3DSupport:boolean use3dRenderer:string
  graphicsMemorySizeInKB:long
VirtualVmxnet vim.vm.device.VirtualVmxnet
  < VirtualEthernetCard
VirtualVmxnet2 vim.vm.device.VirtualVmxnet2
  < VirtualVmxnet
VirtualVmxnet3 vim.vm.device.VirtualVmxnet3
  < VirtualVmxnet
  uptv2Enabled:boolean strictLatencyConfig:VirtualVmxnet3StrictLatencyConfig
VirtualVmxnet3Vrdma vim.vm.device.VirtualVmxnet3Vrdma
  < VirtualVmxnet3
  deviceProtocol:string
VirtualWDT vim.vm.device.VirtualWDT
  < VirtualDevice
  runOnBoot:boolean running:boolean
VirtualCdrom vim.vm.device.VirtualCdrom
  < VirtualDevice
VirtualController vim.vm.device.VirtualController
  < VirtualDevice
  busNumber:int device:int[]
VirtualE1000 vim.vm.device.VirtualE1000
  < VirtualEthernetCard
VirtualE1000e vim.vm.device.VirtualE1000e
  < VirtualEthernetCard
VirtualEnsoniq1371 vim.vm.device.VirtualEnsoniq1371
  < VirtualSoundCard
VirtualHdAudioCard vim.vm.device.VirtualHdAudioCard
  < VirtualSoundCard
VirtualIDEController vim.vm.device.VirtualIDEController
  < VirtualController
VirtualNVDIMMController vim.vm.device.VirtualNVDIMMController
  < VirtualController
VirtualNVMEController vim.vm.device.VirtualNVMEController
  < VirtualController
  sharedBus:string
VirtualPCIController vim.vm.device.VirtualPCIController
  < VirtualController
VirtualPS2Controller vim.vm.device.VirtualPS2Controller
  < VirtualController
VirtualSATAController vim.vm.device.VirtualSATAController
  < VirtualController
VirtualSCSIController vim.vm.device.VirtualSCSIController
  < VirtualController
  hotAddRemove:boolean sharedBus:string scsiCtlrUnitNumber:int
VirtualSIOController vim.vm.device.VirtualSIOController
  < VirtualController
VirtualSoundBlaster16 vim.vm.device.VirtualSoundBlaster16
  < VirtualSoundCard
VirtualUSBController vim.vm.device.VirtualUSBController
  < VirtualController
  autoConnectDevices:boolean ehciEnabled:boolean
VirtualUSBXHCIController vim.vm.device.VirtualUSBXHCIController
  < VirtualController
  autoConnectDevices:boolean
ParaVirtualSCSIController vim.vm.device.ParaVirtualSCSIController
  < VirtualSCSIController
VirtualAHCIController vim.vm.device.VirtualAHCIController
  < VirtualSATAController
VirtualBusLogicController vim.vm.device.VirtualBusLogicController
  < VirtualSCSIController
VirtualLsiLogicController vim.vm.device.VirtualLsiLogicController
  < VirtualSCSIController
VirtualLsiLogicSASController vim.vm.device.VirtualLsiLogicSASController
  < VirtualSCSIController
`;
